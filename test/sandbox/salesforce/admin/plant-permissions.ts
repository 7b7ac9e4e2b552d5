import { toRecordId18 } from '../../../../shared/salesforce/record-id.ts';
import type { Org } from '../org.ts';
import { sobjects } from '../schema/index.ts';

/** The one permission set of the connected user. */
const PERMISSION_SET = toRecordId18('0PSDw0000000001');

/** Brings the records of a user's permissions to what the features say now. */
export function plantPermissions(org: Org, userId: string): void {
  org.store.table('PermissionSetAssignment').put({
    Id: toRecordId18('0PaDw0000000001'),
    AssigneeId: userId,
    PermissionSetId: PERMISSION_SET,
  });
  for (const [number, { name }] of sobjects.entries())
    org.store.table('ObjectPermissions').put({
      Id: toRecordId18(`110Dw${String(number).padStart(10, '0')}`),
      ParentId: PERMISSION_SET,
      SobjectType: name,
      PermissionsRead: !org.features.hiddenObjects.has(name),
      PermissionsViewAllRecords: !org.features.withoutViewAll.has(name),
    });
}
