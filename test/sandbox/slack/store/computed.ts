/** Rows that are made when somebody asks for one, so that a huge workspace costs nothing to start. */
export interface Computed<Fields> {
  readonly size: number;
  /** The row at an index from 0 to `size - 1`. */
  at(index: number): Fields;
  /** The index of the row whose `field` has this value; `undefined` when there is none. */
  indexOf(field: string, value: string): number | undefined;
}
