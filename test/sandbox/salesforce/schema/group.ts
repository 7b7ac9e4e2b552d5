import { email, picklist, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';

export const group = sobject('Group', '00G', [
  ...systemFields(),
  text('Name', { length: 40, nillable: false, nameField: true }),
  text('DeveloperName', { length: 80 }),
  email('Email', { length: 255 }),
  picklist('Type', ['Queue', 'Regular', 'Role'], { restrictedPicklist: true }),
]);
