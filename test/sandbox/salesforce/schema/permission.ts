import { checkbox, id, lookup, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

/** Which permission sets a user has. */
export const permissionSetAssignment = sobject(
  'PermissionSetAssignment',
  '0Pa',
  [id(), lookup('AssigneeId', ['User']), lookup('PermissionSetId', ['PermissionSet'])],
  fixed,
);

/** What a permission set allows with the records of an object. */
export const objectPermissions = sobject(
  'ObjectPermissions',
  '110',
  [
    id(),
    lookup('ParentId', ['PermissionSet']),
    text('SobjectType'),
    checkbox('PermissionsRead'),
    checkbox('PermissionsViewAllRecords'),
  ],
  fixed,
);
