import { ledgerObject } from '../../../../shared/delivery/ledger-object.ts';
import * as operations from '../../../../shared/operation/operations.ts';
import { salesforceAccess } from '../../../../shared/operation/salesforce-access.ts';
import { subscriptionObject } from '../../../../shared/receive/subscription-object.ts';
import type { Files } from '../files.ts';
import { toWrite } from '../grant.ts';
import { permissionSet } from '../permission-set.ts';

const OWN: readonly string[] = [ledgerObject.name, subscriptionObject.name];

/** The right to write what operations write besides the ledger. */
export function writeBack(): Files {
  const written = salesforceAccess(operations).filter(
    ({ rows, does }) => does !== 'read' && !OWN.includes(rows),
  );
  return new Map([
    [
      'write-back/permissionsets/Dealwire_Write_Back.permissionset-meta.xml',
      permissionSet({
        label: 'Dealwire Write-back',
        description:
          'Lets Dealwire write what it writes besides its ledger: posts and tasks on the records that it delivered.',
        grants: written.flatMap(({ rows, fields }) => toWrite(rows, fields)),
      }),
    ],
  ]);
}
