import type { CompositeCall } from '../delivery/step.ts';
import type { Condition, Expression, Query, Template } from '../language/index.ts';
import type { Salesforce } from '../salesforce/client.ts';
import type { Operation } from './definition.ts';

/** A polling trigger as data: `js` runs it, the Make generator prints it. One API call a poll, and one more for `before`. */
export interface PollingTrigger {
  readonly operation: Operation;
  /** Unless this holds nothing is read at all, and what happens meanwhile is noticed later. */
  readonly awake?: Condition;
  /** What is read and noted before the rows are. */
  readonly before?: Noted;
  /** Unless this holds once that is noted, there are no rows to read. */
  readonly when?: Condition;
  /** Reads the rows since the input `since` and before the input `until`, newest first. */
  readonly read: CompositeCall;
  /** The rows in the answer. */
  readonly rows: Expression<'list'>;
  /**
   * A row counts when this holds for it as the record; when it is left out every row does. The input `oldest` bounds what
   * is news at all: three days, or since the last event taken if that was earlier.
   */
  readonly keep?: Condition;
  /** Tells rows of one instant apart; the record's id unless told. */
  readonly rowId?: Expression<'text'>;
  /** When the event of a row happened, as Salesforce writes it; a short expression, which Make wants. */
  readonly at: Expression<'instant'>;
  /** What is returned of a row; by `id` platforms drop repeats. Notes: those of `before`, and `instanceUrl`. */
  readonly item: Readonly<Record<string, Template>> & { readonly id: Template };
  /** What a platform offers when it asks where to start. */
  readonly starts: Starts;
  /** Throws InvalidInputError for inputs that only the org can judge. */
  readonly check?: (salesforce: Salesforce, inputs: Readonly<Record<string, unknown>>) => Promise<void>;
}

/** A read whose answer is noted. */
export interface Noted {
  /** Nothing is read unless this holds. */
  readonly when?: Condition;
  readonly call: CompositeCall;
  readonly notes: Readonly<Record<string, Template>>;
}

/** Rows to start from, newest first; it stands alone, without what `before` noted. */
export interface Starts {
  readonly query: Query;
  readonly label: Expression<'text'>;
  readonly at: Expression<'instant'>;
}
