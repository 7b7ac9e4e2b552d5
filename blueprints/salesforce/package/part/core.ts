import { ledgerObject } from '../../../../shared/delivery/ledger-object.ts';
import * as operations from '../../../../shared/operation/operations.ts';
import { type Access, salesforceAccess } from '../../../../shared/operation/salesforce-access.ts';
import { subscriptionObject } from '../../../../shared/receive/subscription-object.ts';
import type { Choices } from '../choices.ts';
import type { Files } from '../files.ts';
import { type Grant, toRead, toUse } from '../grant.ts';
import { metadata } from '../metadata.ts';
import { objectFiles } from '../object-files.ts';
import { permissionSet } from '../permission-set.ts';
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

/** Objects that other parts bring, with rights of their own. */
const OWN: readonly string[] = [ledgerObject.name, subscriptionObject.name];

/** The ledger, and the right to read what the operations read. */
export function core(choices: Choices): Files {
  return new Map([
    ...objectFiles('core', ledgerObject, COLUMNS),
    [
      `core/tabs/${ledgerObject.name}.tab-meta.xml`,
      metadata('CustomTab', { customObject: true, motif: 'Custom53: Bell' }),
    ],
    [
      'core/permissionsets/Dealwire_Core.permissionset-meta.xml',
      permissionSet({
        label: 'Dealwire Core',
        description:
          'Lets Dealwire read the objects and fields that its messages show, and keep its ledger. Everything but replay, write-back and push works with it alone.',
        grants: [
          { user: 'ApiEnabled' },
          ...toUse(ledgerObject, ['read', 'create', 'edit']),
          ...salesforceAccess(operations).flatMap((access) => grantsFor(access, choices)),
          ...choices.fields.flatMap((field) => toReadChosen(field)),
        ],
        tabs: [ledgerObject.name],
      }),
    ],
  ]);
}

function grantsFor({ rows, does, fields }: Access, { objects }: Choices): readonly Grant[] {
  if (does !== 'read' || OWN.includes(rows)) return [];
  const [object = rows] = rows.split('.');
  if (!guarded.includes(object) && !following.includes(object))
    throw new Error(`Say in security.ts what the right to read ${object} hangs on.`);
  if (guarded.includes(object) && !objects.includes(object)) return [];
  if (rows === object) return toRead(object, fields);
  if (!following.includes(rows))
    throw new Error(`Say in security.ts what the right to read ${rows} hangs on.`);
  return toRead(rows, fields);
}

function toReadChosen(field: string): readonly Grant[] {
  const [object = '', name = ''] = field.split('.');
  return toRead(object, [name]);
}
