import { checkbox, currency, day, decimal, longText, lookup, readOnly, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';

export const product2 = sobject('Product2', '01t', [
  ...systemFields(),
  text('Name', { nillable: false, nameField: true }),
  text('ProductCode'),
  longText('Description'),
  checkbox('IsActive'),
]);

export const opportunityLineItem = sobject('OpportunityLineItem', '00k', [
  ...systemFields(),
  lookup('OpportunityId', ['Opportunity'], {
    childRelationshipName: 'OpportunityLineItems',
    nillable: false,
    updateable: false,
  }),
  lookup('Product2Id', ['Product2']),
  text('Name', { length: 376, ...readOnly }),
  text('ProductCode', { ...readOnly }),
  decimal('Quantity', { nillable: false }),
  currency('UnitPrice'),
  currency('TotalPrice', {
    compute: (row) => Number(row.Quantity ?? 0) * Number(row.UnitPrice ?? 0),
  }),
  day('ServiceDate'),
]);
