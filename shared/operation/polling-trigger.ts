import type { CompositeCall } from '../delivery/step.ts';
import type { Condition, Expression, Query, Template } from '../language/index.ts';
import type { PushObject } from '../receive/subscription.ts';
import type { Salesforce } from '../salesforce/client.ts';
import type { Input, Operation } from './definition.ts';

/**
 * Rows that a poll reads at most, one page of Salesforce's answer. A platform that remembers its place reads the oldest first, and
 * the others with the next poll; one that does not reads the newest first, and holds more than a hundred new ones anyway.
 */
export const MOST_ROWS = 2000;

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
  /** Reads the records of the input `record_ids` as far as they count now; its parts are called as those of `read`. */
  readonly named?: CompositeCall;
  /** How Salesforce tells of the records itself, at once; a trigger that has it has `named`. */
  readonly push?: Push;
  /** Change events can tell of the records too; a trigger that has it has `named`. */
  readonly replay?: Replay;
  /** The search for its events that nobody delivered; a trigger without delivery has none. */
  readonly missed?: Pick<Operation, 'key' | 'label' | 'description'>;
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

/** What a trigger needs when the push of the Dealwire package names the records that it would find. */
export interface Push {
  readonly object: PushObject;
  /** The inputs that count: those of the trigger without those of polling. */
  readonly inputs: readonly Input[];
  /**
   * The saves that are told of: lines `Field=value`, each for a field that gets a value; without a line the records that are
   * created.
   */
  readonly entry: Expression<'text'>;
}

/** What a trigger needs when change events name the records that it would find. */
export interface Replay {
  /** The inputs that count: those of the trigger without those of polling. */
  readonly inputs: readonly Input[];
  /** The inputs that hold the API names of the object and the field, and the values that count. */
  readonly state: { readonly object: string; readonly field: string; readonly values: string };
}

/** Rows to start from, newest first; it stands alone, without what `before` noted. */
export interface Starts {
  readonly query: Query;
  readonly label: Expression<'text'>;
  readonly at: Expression<'instant'>;
}
