import { monthsIntoYear } from '../fiscal.ts';
import type { FiscalCalendar } from '../fiscal-calendar.ts';
import { invalidFilter, malformed } from './malformed.ts';

/** Whole days: the first, and the one after the last. */
export interface DayRange {
  readonly start: string;
  readonly end: string;
}

/** What date literals depend on besides the day. */
export interface Calendar {
  /** The day it is for the querying user. */
  readonly today: string;
  /** 1 for January. */
  readonly fiscalYearStartMonth: number;
  /** Custom fiscal years, in place of counting months. */
  readonly custom?: FiscalCalendar | undefined;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR' | 'FISCAL_QUARTER' | 'FISCAL_YEAR';

const UNITS = 'DAY|WEEK|MONTH|QUARTER|YEAR|FISCAL_QUARTER|FISCAL_YEAR';
const RELATIVE = new RegExp(`^(LAST|THIS|NEXT)_(${UNITS})$`);
const COUNTED = new RegExp(`^(LAST|NEXT)_N_(${UNITS})S$`);
const AGO = new RegExp(`^N_(${UNITS})S_AGO$`);

/**
 * The days a literal such as THIS_FISCAL_QUARTER or LAST_N_DAYS:30 covers. Weeks begin on Sunday. Throws for a fiscal
 * range outside custom fiscal years.
 */
export function dayRange(literal: string, calendar: Calendar): DayRange {
  const [name = '', digits] = literal.toUpperCase().split(':');
  const count = digits === undefined ? 0 : Number(digits);
  const { today } = calendar;
  if (name === 'TODAY') return { start: today, end: addDays(today, 1) };
  if (name === 'YESTERDAY') return { start: addDays(today, -1), end: today };
  if (name === 'TOMORROW') return { start: addDays(today, 1), end: addDays(today, 2) };
  if (name === 'LAST_90_DAYS') return lastDays(today, 90);
  if (name === 'NEXT_90_DAYS') return nextDays(today, 90);
  const relative = RELATIVE.exec(name);
  if (relative !== null)
    return unitRange(
      relative[2] as Unit,
      { LAST: -1, THIS: 0, NEXT: 1 }[relative[1] ?? ''] ?? 0,
      1,
      calendar,
    );
  const counted = COUNTED.exec(name);
  if (counted !== null && digits !== undefined) {
    const unit = counted[2] as Unit;
    if (unit === 'DAY') return counted[1] === 'LAST' ? lastDays(today, count) : nextDays(today, count);
    return unitRange(unit, counted[1] === 'LAST' ? -count : 1, count, calendar);
  }
  const ago = AGO.exec(name);
  if (ago !== null && digits !== undefined) return unitRange(ago[1] as Unit, -count, 1, calendar);
  throw malformed(`unexpected token: '${literal}'`);
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

/** Today and the days before it: one more day than its number says. */
const lastDays = (today: string, count: number): DayRange => ({
  start: addDays(today, -count),
  end: addDays(today, 1),
});

/** The days after today. */
const nextDays = (today: string, count: number): DayRange => ({
  start: addDays(today, 1),
  end: addDays(today, count + 1),
});

function unitRange(unit: Unit, from: number, count: number, calendar: Calendar): DayRange {
  if (calendar.custom !== undefined && unit.startsWith('FISCAL'))
    return definedRange(calendar.custom, unit, from, count, calendar.today);
  const first = startOfUnit(unit, calendar);
  return { start: addUnits(unit, first, from), end: addUnits(unit, first, from + count) };
}

/** Quarters or years as an admin defined them; beyond those there is no range. */
function definedRange(
  custom: FiscalCalendar,
  unit: Unit,
  from: number,
  count: number,
  today: string,
): DayRange {
  const periods = unit === 'FISCAL_YEAR' ? custom.years : custom.quarters;
  const current = periods.findIndex(({ start, end }) => start <= today && today <= end);
  const first = periods[current + from];
  const last = periods[current + from + count - 1];
  if (current < 0 || first === undefined || last === undefined)
    throw invalidFilter('invalid date: it lies outside the fiscal years that are defined');
  return { start: first.start, end: addDays(last.end, 1) };
}

function startOfUnit(unit: Unit, { today, fiscalYearStartMonth }: Calendar): string {
  const month = `${today.slice(0, 7)}-01`;
  switch (unit) {
    case 'DAY':
      return today;
    case 'WEEK':
      return addDays(today, -new Date(`${today}T00:00:00Z`).getUTCDay());
    case 'MONTH':
      return month;
    case 'QUARTER':
      return addMonths(month, -(monthsIntoYear(today, 1) % 3));
    case 'YEAR':
      return addMonths(month, -monthsIntoYear(today, 1));
    case 'FISCAL_QUARTER':
      return addMonths(month, -(monthsIntoYear(today, fiscalYearStartMonth) % 3));
    case 'FISCAL_YEAR':
      return addMonths(month, -monthsIntoYear(today, fiscalYearStartMonth));
  }
}

function addUnits(unit: Unit, day: string, count: number): string {
  if (unit === 'DAY') return addDays(day, count);
  if (unit === 'WEEK') return addDays(day, 7 * count);
  return addMonths(day, count * (unit.endsWith('YEAR') ? 12 : unit.endsWith('QUARTER') ? 3 : 1));
}

function addMonths(day: string, months: number): string {
  const time = new Date(`${day}T00:00:00Z`);
  time.setUTCMonth(time.getUTCMonth() + months);
  return time.toISOString().slice(0, 10);
}
