import { fiscalQuarterOf, fiscalYearOf } from './fiscal.ts';
import type { Org } from './org.ts';
import type { FiscalQuarter } from './schema/type.ts';

/** A fiscal quarter or year that an admin defined, first and last day included. */
export interface FiscalPeriod {
  readonly start: string;
  readonly end: string;
}

/** The fiscal quarters and years of an org with custom fiscal years, in order. */
export interface FiscalCalendar {
  readonly quarters: readonly FiscalPeriod[];
  readonly years: readonly FiscalPeriod[];
}

/** The objects whose records differ between standard and custom fiscal years. */
export const fiscalObjects: readonly string[] = ['FiscalYearSettings', 'Period'];

/** The table in which the store keeps the fiscal years of one kind. */
export function fiscalTable(sobject: string, custom: boolean): string {
  return `${custom ? 'custom' : 'standard'} ${sobject}`;
}

/** What an admin defined; `undefined` with standard fiscal years, where months are counted. */
export function customFiscalCalendar(org: Org): FiscalCalendar | undefined {
  if (!org.features.customFiscalYears) return undefined;
  const quarters = [...org.store.table('Period').all()].filter(({ Type }) => Type === 'Quarter');
  return { quarters: inOrder(quarters), years: inOrder([...org.store.table('FiscalYearSettings').all()]) };
}

/** The fiscal quarter a day such as 2026-11-20 lies in; none outside the custom fiscal years. */
export function fiscalQuarter(org: Org, day: string): FiscalQuarter | null {
  if (!org.features.customFiscalYears) {
    const startMonth = org.fiscalYearStartMonth();
    return { year: fiscalYearOf(day, startMonth), quarter: fiscalQuarterOf(day, startMonth) };
  }
  for (const period of org.store.table('Period').all()) {
    const isQuarter = period.Type === 'Quarter';
    if (!isQuarter || day < String(period.StartDate) || day > String(period.EndDate)) continue;
    const year = org.store.table('FiscalYearSettings').get(String(period.FiscalYearSettingsId));
    return { year: Number(year?.Name), quarter: Number(period.Number) };
  }
  return null;
}

function inOrder(rows: readonly Readonly<Record<string, unknown>>[]): readonly FiscalPeriod[] {
  return rows
    .map(({ StartDate, EndDate }) => ({ start: String(StartDate), end: String(EndDate) }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}
