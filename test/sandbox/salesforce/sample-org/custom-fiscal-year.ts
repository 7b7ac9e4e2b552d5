import type { Row } from '../schema/type.ts';
import { addDays } from '../soql/date-literal.ts';
import { sampleId } from './sample-id.ts';

const YEARS = [
  [2026, '2025-09-28'],
  [2027, '2026-09-27'],
] as const;
const QUARTER = 91;

/** Two fiscal years of 52 weeks from the last Sunday of September, as a retailer has them. */
export const customFiscalYears: readonly Row[] = YEARS.map(([year, StartDate]) => ({
  Id: sampleId('022', 9000 + year),
  Name: String(year),
  StartDate,
  EndDate: addDays(StartDate, 4 * QUARTER - 1),
  YearType: 'Custom',
  IsStandardYear: false,
}));

export const customPeriods: readonly Row[] = YEARS.flatMap(([year, start]) =>
  [1, 2, 3, 4].map((number) => ({
    Id: sampleId('026', 90_000 + year * 10 + number),
    FiscalYearSettingsId: sampleId('022', 9000 + year),
    Type: 'Quarter',
    Number: number,
    StartDate: addDays(start, (number - 1) * QUARTER),
    EndDate: addDays(start, number * QUARTER - 1),
    FullyQualifiedLabel: `Q${number} FY${year}`,
    IsForecastPeriod: true,
  })),
);
