import type { Author } from '../dml/author.ts';
import type { Change } from '../dml/change.ts';
import type { Org } from '../org.ts';
import type { Row, Sobject } from '../schema/type.ts';

/** What a transaction did to one record, all its saves together. */
export interface NetChange {
  readonly type: 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';
  readonly sobject: Sobject;
  readonly author: Author;
  readonly id: string;
  /** Before the transaction; absent for CREATE and UNDELETE. */
  readonly before: Row | undefined;
  /** After the transaction; absent for DELETE. */
  readonly row: Row | undefined;
  /** When it was last saved, in epoch milliseconds. */
  readonly at: number;
}

/**
 * Merges the saves of a committed transaction by record, in the order of the first ones: the first change type with the
 * final values. A record changed and then deleted is deleted; one created and deleted leaves nothing.
 */
export function netChanges(org: Org, changes: readonly Change[]): readonly NetChange[] {
  const saves = new Map<string, Change[]>();
  for (const change of changes) {
    const known = saves.get(change.id);
    if (known === undefined) saves.set(change.id, [change]);
    else known.push(change);
  }
  return [...saves.values()].flatMap(([first, ...more]): readonly NetChange[] => {
    const last = more.at(-1) ?? first;
    if (first === undefined || last === undefined) return [];
    const { sobject, author, id, before, restored } = first;
    const row = org.store.table(sobject.name).get(id);
    if (before === undefined && row === undefined) return [];
    const type =
      row === undefined ? 'DELETE' : before !== undefined ? 'UPDATE' : restored ? 'UNDELETE' : 'CREATE';
    return [{ type, sobject, author, id, before, row, at: last.at }];
  });
}
