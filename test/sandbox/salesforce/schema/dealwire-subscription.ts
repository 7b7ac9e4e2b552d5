import { lookup, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';

/** Where the triggers of the Dealwire package send what happened to an object. */
export const dealwireSubscription = sobject(
  'Dealwire_Subscription__c',
  'a03',
  [
    ...systemFields(),
    text('Name', { length: 80, autoNumber: true, nillable: false, nameField: true }),
    lookup('OwnerId', ['User', 'Group'], { nillable: false }),
    text('Url__c', { nillable: false }),
    text('Object__c', { length: 80, nillable: false }),
    text('Entry__c', { length: 4000 }),
    text('Secret__c', { nillable: false }),
  ],
  { feature: 'package', label: 'Dealwire Subscription' },
);
