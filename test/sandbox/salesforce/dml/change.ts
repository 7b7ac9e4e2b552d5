import type { Org } from '../org.ts';
import type { Row, Sobject } from '../schema/type.ts';
import type { Author } from './author.ts';

/** One save of one record. */
export interface Change {
  readonly sobject: Sobject;
  readonly author: Author;
  readonly id: string;
  /** Absent for a record that did not exist, or lay in the Recycle Bin. */
  readonly before: Row | undefined;
  /** Absent for a deletion. */
  readonly row: Row | undefined;
  /** Whether the record came back from the Recycle Bin. */
  readonly restored: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Told every save of a transaction, in order, once it is committed. */
export type CommitListener = (changes: readonly Change[]) => void;

/** Notes a save for those who are told when its transaction is committed; give `before`, `row` or both. */
export function noteChange(
  org: Org,
  author: Author,
  sobject: Sobject,
  rows: { readonly before?: Row; readonly row?: Row; readonly restored?: true },
): void {
  const { before, row, restored = false } = rows;
  const id = String((row ?? before)?.Id);
  org.changes.push({ sobject, author, id, before, row, restored, at: org.now() });
}
