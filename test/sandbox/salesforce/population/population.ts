import type { Row } from '../schema/type.ts';

/** Records of an object that are computed whenever they are looked at, so that a million of them cost nothing. */
export interface Population {
  readonly size: number;
  /** The record at a position from 0; always the same. */
  row(position: number): Row;
  /** The position of the record with an id, if it is one of these. */
  positionOf(id: string): number | undefined;
  /** By field: the position of the record that has a rank, from 0, when they are sorted by it, empty ones first. */
  readonly orders: Readonly<Record<string, (rank: number) => number>>;
}
