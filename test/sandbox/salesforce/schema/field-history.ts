import { checkbox, creationFields, id, lookup, picklist, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

/** Old and new values can be sorted by, but neither filtered nor grouped. */
const changedValue = { filterable: false, groupable: false } as const;

const historyFields = () => [
  text('DataType', { length: 40 }),
  text('OldValue', changedValue),
  text('NewValue', changedValue),
];

export const opportunityFieldHistory = sobject(
  'OpportunityFieldHistory',
  '017',
  [
    id(),
    checkbox('IsDeleted'),
    ...creationFields(),
    lookup('OpportunityId', ['Opportunity'], { childRelationshipName: 'Histories' }),
    picklist('Field', ['created', 'StageName', 'Amount', 'CloseDate', 'Owner']),
    ...historyFields(),
  ],
  fixed,
);

export const caseHistory = sobject(
  'CaseHistory',
  '017',
  [
    id(),
    checkbox('IsDeleted'),
    ...creationFields(),
    lookup('CaseId', ['Case'], { childRelationshipName: 'Histories' }),
    picklist('Field', ['created', 'Priority', 'Status', 'IsEscalated', 'Owner', 'ownerAssignment']),
    ...historyFields(),
  ],
  fixed,
);
