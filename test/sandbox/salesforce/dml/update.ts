import { badRequest } from '../error.ts';
import type { Org } from '../org.ts';
import type { Sobject, Value } from '../schema/type.ts';
import { acceptValues, requireFields } from './accept.ts';
import type { Author } from './author.ts';
import { afterSave, beforeSave } from './automation.ts';
import { noteChange } from './change.ts';
import { findRecord } from './find-record.ts';
import { transaction } from './transaction.ts';
import { refuseDuplicates } from './unique.ts';

/** Changes a record as the REST API does. Throws SalesforceFault. */
export function updateRecord(
  org: Org,
  author: Author,
  sobject: Sobject,
  id: string,
  values: Readonly<Record<string, unknown>>,
): void {
  if (!sobject.updateable)
    throw badRequest(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `entity type cannot be updated: ${sobject.label}`,
    );
  const before = findRecord(org, sobject, id);
  const accepted = acceptValues(org, sobject, 'update', values);
  transaction(org, () => {
    const fault = org.writeRule?.({
      operation: 'update',
      sobject: sobject.name,
      id: String(before.Id),
      values: accepted,
    });
    if (fault !== undefined) throw fault;
    const now = org.nowText();
    const row: Record<string, Value> = {
      ...before,
      ...accepted,
      LastModifiedDate: now,
      LastModifiedById: author.userId,
      SystemModstamp: now,
    };
    beforeSave(org, sobject, before, row, accepted);
    requireFields(sobject, row, accepted);
    refuseDuplicates(org, sobject, row);
    org.store.put(sobject.name, row);
    afterSave(org, author, sobject, before, row);
    noteChange(org, author, sobject, { before, row });
  });
}
