import type { Row } from '../schema/type.ts';
import { sampleId } from './sample-id.ts';

const years = [2026, 2027] as const;

/** The fiscal year 2027 began in February 2026. */
export const fiscalYears: readonly Row[] = years.map((year) => ({
  Id: sampleId('022', year),
  Name: String(year),
  StartDate: `${year - 1}-02-01`,
  EndDate: `${year}-01-31`,
  YearType: 'Gregorian',
  IsStandardYear: true,
}));

export const periods: readonly Row[] = years.flatMap((year) => [
  quarter(year, 1, `${year - 1}-02-01`, `${year - 1}-04-30`),
  quarter(year, 2, `${year - 1}-05-01`, `${year - 1}-07-31`),
  quarter(year, 3, `${year - 1}-08-01`, `${year - 1}-10-31`),
  quarter(year, 4, `${year - 1}-11-01`, `${year}-01-31`),
]);

function quarter(year: number, number: number, StartDate: string, EndDate: string): Row {
  return {
    Id: sampleId('026', year * 10 + number),
    FiscalYearSettingsId: sampleId('022', year),
    Type: 'Quarter',
    Number: number,
    StartDate,
    EndDate,
    FullyQualifiedLabel: `Q${number} FY${year}`,
    IsForecastPeriod: true,
  };
}
