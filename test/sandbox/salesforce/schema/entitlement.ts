import { checkbox, day, lookup, systemFields, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

export const milestoneType = sobject(
  'MilestoneType',
  '557',
  [...systemFields(), text('Name', { length: 80, nillable: false, nameField: true }), text('Description')],
  { ...fixed, feature: 'entitlements' },
);

export const entitlement = sobject(
  'Entitlement',
  '550',
  [
    ...systemFields(),
    text('Name', { nillable: false, nameField: true }),
    lookup('AccountId', ['Account'], { childRelationshipName: 'Entitlements', nillable: false }),
    day('StartDate'),
    day('EndDate'),
  ],
  { feature: 'entitlements', changeEvents: true },
);

export const businessHours = sobject(
  'BusinessHours',
  '01m',
  [
    ...systemFields(),
    text('Name', { length: 80, nillable: false, nameField: true }),
    checkbox('IsActive'),
    checkbox('IsDefault'),
    text('TimeZoneSidKey'),
  ],
  fixed,
);
