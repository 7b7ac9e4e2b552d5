import { checkbox, integer, picklist, readOnly, systemFields, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

export const organization = sobject(
  'Organization',
  '00D',
  [
    ...systemFields(),
    text('Name', { length: 80, nillable: false, nameField: true }),
    text('OrganizationType', { ...readOnly }),
    checkbox('IsSandbox', { ...readOnly }),
    text('InstanceName', { length: 5, ...readOnly }),
    integer('FiscalYearStartMonth', { nillable: false }),
    checkbox('UsesStartDateAsFiscalYearName'),
    text('DefaultLocaleSidKey'),
    text('LanguageLocaleKey'),
    picklist('TimeZoneSidKey', ['America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'UTC']),
  ],
  fixed,
);
