import type { ChildQuery, Condition, Expression, Query } from '../language/index.ts';
import type { Input } from '../operation/definition.ts';
import type { Salesforce } from '../salesforce/client.ts';

/** A record as Salesforce answers it. */
export type Row = Readonly<Record<string, unknown>>;

/** A record as it was after one of its changes. */
export interface Moment {
  /** When the change was made, as Salesforce writes it. */
  readonly at: string;
  /** The record as it was, without its history. */
  readonly record: Row;
  /** What its history held by then, newest first. */
  readonly changes: readonly Row[];
}

/** A history that tells what a record was like before. */
export interface History {
  /** All that is kept of a record, newest first, in place of the few rows that the signal reads. */
  readonly whole: ChildQuery;
  /** The rows that the signal reads of it, newest first; undefined when it reads none. */
  readonly read: ChildQuery | undefined;
  /** Finds one row if any is kept at all; left out where Salesforce always keeps it. */
  readonly probe?: Query;
  /** How the count suffers where nothing is kept. */
  readonly without: string;
}

/** What a signal needs to be counted over the past, with the same filter and event key as its trigger. */
export interface Past {
  /** The signal's name. */
  readonly signal: string;
  /** The inputs of the trigger that say what counts. */
  readonly inputs: readonly Input[];
  /** Reads what may have fired since the input `since`, in any state it is in now. Has no children and no limit. */
  readonly records: Query;
  readonly history?: History;
  /** The record as it was, oldest first; `changes` are the rows of its history, newest first. */
  readonly momentsOf: (record: Row, changes: readonly Row[]) => readonly Moment[];
  /** What must hold of a record for the signal to fire. */
  readonly fires: Condition;
  /** Tells one firing from the next. */
  readonly key: Expression<'text'>;
  /** Checks of inputs that only the org can make. */
  readonly check?: (salesforce: Salesforce, inputs: Row) => Promise<void>;
  /** Why the count is not exact with these inputs, each in a sentence. */
  readonly limits?: (inputs: Row) => readonly string[];
}
