import { notFound } from '../error.ts';
import type { Org } from '../org.ts';
import type { Row, Sobject } from '../schema/type.ts';
import type { Author } from './author.ts';
import { noteChange } from './change.ts';
import { DELETED } from './find-record.ts';
import { transaction } from './transaction.ts';
import { refuseDuplicates } from './unique.ts';

/** Brings a record back from the Recycle Bin; what was deleted with it stays there. Throws SalesforceFault. */
export function restoreRecord(org: Org, author: Author, sobject: Sobject, id: string): void {
  const deleted = org.store.table(DELETED).get(id);
  if (deleted === undefined || !id.startsWith(sobject.keyPrefix)) throw notFound();
  transaction(org, () => {
    const now = org.nowText();
    const row: Row = {
      ...deleted,
      LastModifiedDate: now,
      LastModifiedById: author.userId,
      SystemModstamp: now,
    };
    refuseDuplicates(org, sobject, row);
    org.store.remove(DELETED, id);
    org.store.put(sobject.name, row);
    noteChange(org, author, sobject, { row, restored: true });
  });
}
