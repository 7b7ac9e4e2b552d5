import type { Row } from '../schema/type.ts';

/** Items among which all are that are asked for. */
export interface Candidates<Item = Row> {
  /** How many there are at most. */
  readonly count: number;
  readonly items: () => Iterable<Item>;
}
