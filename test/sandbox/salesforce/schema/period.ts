import { checkbox, day, id, instant, integer, lookup, picklist, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

export const fiscalYearSettings = sobject(
  'FiscalYearSettings',
  '022',
  [
    id(),
    text('Name', { length: 80, nameField: true }),
    day('StartDate'),
    day('EndDate'),
    text('YearType'),
    checkbox('IsStandardYear'),
    instant('SystemModstamp'),
  ],
  fixed,
);

export const period = sobject(
  'Period',
  '026',
  [
    id(),
    lookup('FiscalYearSettingsId', ['FiscalYearSettings'], { childRelationshipName: 'Periods' }),
    picklist('Type', ['Month', 'Quarter', 'Week', 'Year']),
    integer('Number'),
    day('StartDate'),
    day('EndDate'),
    text('FullyQualifiedLabel', { length: 80 }),
    checkbox('IsForecastPeriod'),
    instant('SystemModstamp'),
  ],
  fixed,
);
