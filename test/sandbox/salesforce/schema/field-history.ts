import { checkbox, creationFields, id, lookup, picklist, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

/** Old and new values can be sorted by, but neither filtered nor grouped. */
const changedValue = { filterable: false, groupable: false } as const;

/** The history of an object's tracked fields; `by` is its lookup to the record. */
const history = (name: string, of: string, by: string, fields: readonly string[]) =>
  sobject(
    name,
    '017',
    [
      id(),
      checkbox('IsDeleted'),
      ...creationFields(),
      lookup(by, [of], { childRelationshipName: 'Histories' }),
      picklist('Field', ['created', ...fields]),
      text('DataType', { length: 40 }),
      text('OldValue', changedValue),
      text('NewValue', changedValue),
    ],
    fixed,
  );

export const opportunityFieldHistory = history('OpportunityFieldHistory', 'Opportunity', 'OpportunityId', [
  'StageName',
  'Amount',
  'CloseDate',
  'Owner',
]);

export const caseHistory = history('CaseHistory', 'Case', 'CaseId', [
  'Priority',
  'Status',
  'IsEscalated',
  'Owner',
  'ownerAssignment',
]);

export const leadHistory = history('LeadHistory', 'Lead', 'LeadId', ['Status', 'Rating', 'Owner']);

export const accountHistory = history('AccountHistory', 'Account', 'AccountId', ['Type', 'Owner', 'CSM__c']);

export const projectHistory = history('Project__History', 'Project__c', 'ParentId', [
  'Status__c',
  'Go_Live__c',
  'Owner',
]);
