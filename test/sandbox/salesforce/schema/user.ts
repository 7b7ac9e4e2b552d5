import { checkbox, email, lookup, phone, picklist, readOnly, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';

export const user = sobject(
  'User',
  '005',
  [
    ...systemFields(),
    text('Username', { length: 80, nillable: false }),
    text('LastName', { length: 80, nillable: false }),
    text('FirstName', { length: 40 }),
    text('Name', { length: 121, nillable: false, nameField: true, ...readOnly }),
    text('Alias', { length: 8 }),
    email('Email', { length: 128, nillable: true }),
    text('Title', { length: 80 }),
    text('Department', { length: 80 }),
    phone('Phone'),
    checkbox('IsActive'),
    picklist('UserType', ['*Standard', 'AutomatedProcess', 'Guest'], { ...readOnly }),
    lookup('ManagerId', ['User']),
    text('TimeZoneSidKey'),
    text('LocaleSidKey'),
    text('LanguageLocaleKey'),
  ],
  { deletable: false, changeEvents: true },
);
