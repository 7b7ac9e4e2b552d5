import { isRecordId, toRecordId18 } from '../../../../shared/salesforce/record-id.ts';
import { notFound, SalesforceFault } from '../error.ts';
import type { Org } from '../org.ts';
import type { Row, Sobject } from '../schema/type.ts';

/** Where deleted records are kept. */
export const DELETED = 'deleted records';

/** The record with an id of 15 or 18 characters. Throws 404, which tells deleted records from unknown ones. */
export function findRecord(org: Org, sobject: Sobject, id: string): Row {
  if (!isRecordId(id))
    throw notFound(`Provided external ID field does not exist or is not accessible: ${id}`);
  const row = org.store.table(sobject.name).get(toRecordId18(id));
  if (row !== undefined) return row;
  if (org.store.table(DELETED).get(toRecordId18(id)) !== undefined)
    throw new SalesforceFault(404, { message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED' });
  throw notFound();
}
