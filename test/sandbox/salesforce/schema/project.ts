import { day, lookup, picklist, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';

/** An object that an admin of this org made: what happens after a deal is won. */
export const project = sobject(
  'Project__c',
  'a01',
  [
    ...systemFields(),
    text('Name', { length: 80, nillable: false, nameField: true }),
    lookup('OwnerId', ['User', 'Group'], { nillable: false }),
    lookup('Account__c', ['Account'], { childRelationshipName: 'Projects__r' }),
    lookup('Opportunity__c', ['Opportunity'], { childRelationshipName: 'Projects__r' }),
    picklist('Status__c', ['*Planned', 'In Progress', 'At Risk', 'Live', 'Cancelled']),
    day('Go_Live__c'),
  ],
  { changeEvents: true },
);
