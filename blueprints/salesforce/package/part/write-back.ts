import * as operations from '../../../../shared/operation/operations.ts';
import { salesforceAccess } from '../../../../shared/operation/salesforce-access.ts';
import { ownObjects } from '../../../../shared/set-up/own-object.ts';
import type { Files } from '../files.ts';
import { toWrite } from '../grant.ts';
import { type PermissionSet, permissionSetFile } from '../permission-set.ts';

/** The right to write what operations write besides the ledger. */
export function writeBack(): Files {
  return new Map([permissionSetFile('write-back', writeBackSet())]);
}

/** The permission set for what operations write. */
export function writeBackSet(): PermissionSet {
  return {
    name: 'Dealwire_Write_Back',
    label: 'Dealwire Write-back',
    description:
      'Lets Dealwire write what it writes besides its ledger: posts and tasks on the records that it delivered.',
    grants: salesforceAccess(operations).flatMap(({ rows, does, fields }) =>
      does === 'read' || ownObjects.includes(rows) ? [] : toWrite(rows, does, fields),
    ),
  };
}
