import type { Condition, Expression } from '../../language/node/node.ts';

/** A place in a query that a value fills at run time, escaped for where it stands. */
export interface SoqlHole {
  /** Reads inputs, notes and the clock, never a field of the queried object. */
  readonly value: Expression;
  /**
   * `text` is a quoted literal, `like` the inside of one with `%` and `_` escaped too; `texts` and `numbers` are the
   * inside of an `IN (…)`; `days-ago` and `days-ahead` are the date that many days from today in UTC.
   */
  readonly as:
    | 'text'
    | 'like'
    | 'number'
    | 'boolean'
    | 'date'
    | 'instant'
    | 'texts'
    | 'numbers'
    | 'days-ago'
    | 'days-ahead';
}

/**
 * A list of field paths, joined by commas, where a path that repeats an earlier one (in any case) and one that no
 * input names are left out; `Id` when none is left. Fields and named fields stand for their own path, other
 * expressions yield the path as text.
 */
export interface SoqlFields {
  readonly fields: readonly Expression[];
}

/** A field whose path an input names. */
export interface SoqlPath {
  readonly path: Expression;
}

/** Pieces chosen at run time: those of the first case that holds, else the others. */
export interface SoqlChoice {
  readonly cases: readonly SoqlCase[];
  readonly otherwise: readonly SoqlPart[];
}

/** Pieces that count when something holds of inputs, notes and the clock. */
export interface SoqlCase {
  readonly when: Condition;
  readonly parts: readonly SoqlPart[];
}

export type SoqlPart = string | SoqlHole | SoqlFields | SoqlPath | SoqlChoice;

/** A query in pieces: literal text, and what is filled in at run time (by `js`) or printed (by `iml`). */
export interface SoqlText {
  readonly parts: readonly SoqlPart[];
}
