import { day, integer, longText, lookup, picklist, readOnly, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';

export const contract = sobject(
  'Contract',
  '800',
  [
    ...systemFields(),
    lookup('AccountId', ['Account'], { childRelationshipName: 'Contracts', nillable: false }),
    text('ContractNumber', { length: 30, autoNumber: true, nillable: false, nameField: true }),
    picklist('Status', ['*Draft', 'In Approval Process', 'Activated'], { restrictedPicklist: true }),
    day('StartDate'),
    day('EndDate', { ...readOnly }),
    integer('ContractTerm'),
    longText('Description'),
    lookup('OwnerId', ['User'], { nillable: false }),
    day('LastActivityDate', { ...readOnly }),
  ],
  { changeEvents: true },
);
