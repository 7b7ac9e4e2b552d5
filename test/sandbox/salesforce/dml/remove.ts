import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import type { Sobject } from '../schema/type.ts';
import { childRelationships } from '../visible.ts';
import type { Author } from './author.ts';
import { noteChange } from './change.ts';
import { DELETED, findRecord } from './find-record.ts';
import { transaction } from './transaction.ts';

/** Deletes a record, the records that cannot be without it, and the lookups to it. Throws SalesforceFault. */
export function removeRecord(org: Org, author: Author, sobject: Sobject, id: string): void {
  if (!sobject.deletable)
    throw badRequest('INSUFFICIENT_ACCESS_OR_READONLY', `entity type cannot be deleted: ${sobject.label}`);
  const row = findRecord(org, sobject, id);
  transaction(org, () => {
    const recordId = String(row.Id);
    const fault = org.writeRule?.({ operation: 'delete', sobject: sobject.name, id: recordId, values: {} });
    if (fault !== undefined) throw fault;
    for (const child of childRelationships(org, sobject))
      for (const dependent of org.store.table(child.sobject.name).having(child.field.name, recordId))
        if (child.field.nillable && child.sobject.updateable)
          org.store.put(child.sobject.name, { ...dependent, [child.field.name]: null });
        else org.store.remove(child.sobject.name, String(dependent.Id));
    org.store.remove(sobject.name, recordId);
    org.store.put(DELETED, row);
    noteChange(org, author, sobject, { before: row });
  });
}
