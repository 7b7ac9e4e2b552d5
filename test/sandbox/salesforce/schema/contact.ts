import { day, email, longText, lookup, phone, picklist, readOnly, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';

export const contact = sobject(
  'Contact',
  '003',
  [
    ...systemFields(),
    lookup('AccountId', ['Account'], { childRelationshipName: 'Contacts' }),
    text('LastName', { length: 80, nillable: false }),
    text('FirstName', { length: 40 }),
    text('Name', { length: 121, nillable: false, nameField: true, ...readOnly }),
    text('Title', { length: 128 }),
    text('Department', { length: 80 }),
    email('Email'),
    phone('Phone'),
    phone('MobilePhone'),
    picklist('LeadSource', ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']),
    longText('Description'),
    lookup('OwnerId', ['User'], { nillable: false }),
    day('LastActivityDate', { ...readOnly }),
  ],
  { changeEvents: true },
);
