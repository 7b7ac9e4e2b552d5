import type { Expression } from './node.ts';

/**
 * When the record was last outside the chosen states, as digits `yyyymmddhhmmss` in UTC, or `new` when it never was:
 * the `CreatedDate` of the first row of a child relationship.
 */
export interface EntryStampNode {
  readonly kind: 'entry-stamp';
  readonly type: 'text';
  /** The child relationship that holds the newest row outside the states, and only that. */
  readonly history: string;
}

/** The stamp that tells one entry of a state from the next. */
export function entryStamp(history: string): Expression<'text'> {
  return Object.freeze({ kind: 'entry-stamp', type: 'text', history });
}
