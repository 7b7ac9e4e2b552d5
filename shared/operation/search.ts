import type { Call, Failure, Step } from '../delivery/step.ts';
import type { Condition, Template } from '../language/index.ts';
import type { Operation } from './definition.ts';

/** The key of the input that says how many days back a search counts. */
export const DAYS_KEY = 'days';

/** A search as data: `js` runs it, the Make generator prints it. It finds one thing or nothing, and changes nothing. */
export interface Search {
  readonly operation: Operation;
  /** Expressions find the time that lies as many days back as the input `days` says in the input `since`. */
  readonly countsBack?: true;
  /** What is read and noted before, one step after the other. */
  readonly before?: readonly Step[];
  /** Reads what is found, with one call. */
  readonly call: Call;
  /** Written from the answer; expressions of `item` see the note `record` as the record. */
  readonly notes: Readonly<Record<string, Template>>;
  /** What ends the search with an error once the answer is noted. */
  readonly fail?: readonly Failure[];
  /** Tells by the notes whether there is something. */
  readonly found: Condition;
  /** What is returned, by the keys of the outputs. The note `instanceUrl` is there from the start. */
  readonly item: Readonly<Record<string, Template>>;
}
