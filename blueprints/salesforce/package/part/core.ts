import { ledgerObject } from '../../../../shared/delivery/ledger-object.ts';
import * as operations from '../../../../shared/operation/operations.ts';
import { type Access, salesforceAccess } from '../../../../shared/operation/salesforce-access.ts';
import { ownObjects } from '../../../../shared/set-up/own-object.ts';
import type { Choices } from '../choices.ts';
import type { Files } from '../files.ts';
import { type Grant, toRead, toUse } from '../grant.ts';
import { metadata } from '../metadata.ts';
import { objectFiles } from '../object-files.ts';
import { type PermissionSet, permissionSetFile } from '../permission-set.ts';
import { following, guarded } from '../security.ts';

/** What the list view of the ledger shows. */
const COLUMNS = [
  'NAME',
  'Status__c',
  'Outcome__c',
  'Delivery__c',
  'Record_Id__c',
  'Channel__c',
  'CREATED_DATE',
];

/** The ledger, and the right to read what the operations read. */
export function core(choices: Choices): Files {
  return new Map([
    ...objectFiles('core', ledgerObject, COLUMNS),
    [
      `core/tabs/${ledgerObject.name}.tab-meta.xml`,
      metadata('CustomTab', { customObject: true, motif: 'Custom53: Bell' }),
    ],
    permissionSetFile('core', coreSet(choices)),
  ]);
}

/** The permission set that everything needs. */
export function coreSet(choices: Choices): PermissionSet {
  return {
    name: 'Dealwire_Core',
    label: 'Dealwire Core',
    description:
      'Lets Dealwire read the objects and fields that its messages show, and keep its ledger. Everything but replay, write-back and push works with it alone.',
    grants: [
      { user: 'ApiEnabled' },
      ...toUse(ledgerObject, ['read', 'create', 'edit']),
      ...readGrants(salesforceAccess(operations), choices),
    ],
    tabs: [ledgerObject.name],
  };
}

/** Grants to read what is read of Salesforce, and the fields that were chosen besides. */
export function readGrants(access: readonly Access[], choices: Choices): readonly Grant[] {
  return [
    ...access.flatMap((each) => grantsFor(each, choices)),
    ...choices.fields.flatMap((field) => toReadChosen(field)),
  ];
}

function grantsFor({ rows, does, fields }: Access, { objects }: Choices): readonly Grant[] {
  if (does !== 'read' || ownObjects.includes(rows)) return [];
  const [object = rows] = rows.split('.');
  if (!guarded.includes(object) && !following.includes(object))
    throw new Error(`Say in security.ts what the right to read ${object} hangs on.`);
  if (guarded.includes(object) && !objects.includes(object)) return [];
  if (rows === object) return toRead(object, fields);
  if (!following.includes(rows))
    throw new Error(`Say in security.ts what the right to read ${rows} hangs on.`);
  return toRead(rows, fields);
}

/** The admin's word stands: whether the org has the field and hides it at all is the org's to say. */
function toReadChosen(field: string): readonly Grant[] {
  const [object = ''] = field.split('.');
  return [
    ...toRead(object, []),
    ...(object.endsWith('__c') ? [{ object, rights: ['read' as const] }] : []),
    { field, editable: false },
  ];
}
