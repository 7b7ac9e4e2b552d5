import { parseDatetime } from '../instant.ts';
import { decimal, lookup, readOnly, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';
import type { ComputeContext, Row } from './type.ts';

/** (NOW() - LastModifiedDate) in minutes, with fractions. */
function idleMinutes(row: Row, context: ComputeContext): number {
  return (context.now() - (parseDatetime(String(row.LastModifiedDate)) ?? 0)) / 60_000;
}

/** The ledger, as the Dealwire package deploys it. */
export const dealwireDelivery = sobject(
  'Dealwire_Delivery__c',
  'a0D',
  [
    ...systemFields(),
    text('Name', { length: 80, autoNumber: true, nillable: false, nameField: true }),
    lookup('OwnerId', ['User', 'Group'], { nillable: false }),
    text('Key__c', { length: 255, unique: true, externalId: true, caseSensitive: true, nillable: false }),
    text('Status__c', { length: 20 }),
    text('Holder__c', { length: 255 }),
    decimal('Attempt__c'),
    text('Delivery__c', { length: 80 }),
    text('Record_Id__c', { length: 18 }),
    lookup('Opportunity__c', ['Opportunity']),
    text('Organization__c', { length: 18 }),
    text('Team__c', { length: 20 }),
    text('Channel__c', { length: 20 }),
    text('Message__c', { length: 20 }),
    text('Announcement__c', { length: 20 }),
    text('Outcome__c', { length: 40 }),
    text('State__c', { length: 255 }),
    text('Person__c', { length: 18 }),
    decimal('Idle_Minutes__c', { compute: idleMinutes, ...readOnly }),
  ],
  { feature: 'ledger', label: 'Dealwire Delivery', changeEvents: true },
);
