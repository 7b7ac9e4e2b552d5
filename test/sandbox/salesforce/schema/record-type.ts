import { checkbox, systemFields, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

export const recordType = sobject(
  'RecordType',
  '012',
  [
    ...systemFields(),
    text('Name', { length: 80, nillable: false, nameField: true }),
    text('DeveloperName', { length: 80, nillable: false }),
    text('SobjectType', { length: 40, nillable: false }),
    checkbox('IsActive'),
  ],
  { ...fixed, feature: 'recordTypes' },
);
