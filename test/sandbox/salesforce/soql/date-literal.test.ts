import { describe, expect, test } from '@jest/globals';
import { dayRange } from './date-literal.ts';
import { bareOrg, column, refusal } from './test-org.ts';

const friday = { today: '2026-11-20', fiscalYearStartMonth: 2 };

describe('dayRange on Friday 2026-11-20 with a fiscal year from February', () => {
  test.each([
    ['TODAY', '2026-11-20', '2026-11-21'],
    ['YESTERDAY', '2026-11-19', '2026-11-20'],
    ['TOMORROW', '2026-11-21', '2026-11-22'],
    ['LAST_WEEK', '2026-11-08', '2026-11-15'],
    ['THIS_WEEK', '2026-11-15', '2026-11-22'],
    ['NEXT_WEEK', '2026-11-22', '2026-11-29'],
    ['LAST_MONTH', '2026-10-01', '2026-11-01'],
    ['THIS_MONTH', '2026-11-01', '2026-12-01'],
    ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
    ['LAST_90_DAYS', '2026-08-22', '2026-11-21'],
    ['NEXT_90_DAYS', '2026-11-21', '2027-02-19'],
    ['LAST_N_DAYS:30', '2026-10-21', '2026-11-21'],
    ['NEXT_N_DAYS:90', '2026-11-21', '2027-02-19'],
    ['N_DAYS_AGO:3', '2026-11-17', '2026-11-18'],
    ['LAST_N_WEEKS:2', '2026-11-01', '2026-11-15'],
    ['NEXT_N_WEEKS:1', '2026-11-22', '2026-11-29'],
    ['N_WEEKS_AGO:1', '2026-11-08', '2026-11-15'],
    ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
    ['NEXT_N_MONTHS:2', '2026-12-01', '2027-02-01'],
    ['N_MONTHS_AGO:1', '2026-10-01', '2026-11-01'],
    ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
    ['LAST_QUARTER', '2026-07-01', '2026-10-01'],
    ['NEXT_QUARTER', '2027-01-01', '2027-04-01'],
    ['LAST_N_QUARTERS:2', '2026-04-01', '2026-10-01'],
    ['THIS_YEAR', '2026-01-01', '2027-01-01'],
    ['LAST_YEAR', '2025-01-01', '2026-01-01'],
    ['N_YEARS_AGO:1', '2025-01-01', '2026-01-01'],
    ['THIS_FISCAL_QUARTER', '2026-11-01', '2027-02-01'],
    ['LAST_FISCAL_QUARTER', '2026-08-01', '2026-11-01'],
    ['NEXT_FISCAL_QUARTER', '2027-02-01', '2027-05-01'],
    ['LAST_N_FISCAL_QUARTERS:2', '2026-05-01', '2026-11-01'],
    ['NEXT_N_FISCAL_QUARTERS:2', '2027-02-01', '2027-08-01'],
    ['N_FISCAL_QUARTERS_AGO:1', '2026-08-01', '2026-11-01'],
    ['THIS_FISCAL_YEAR', '2026-02-01', '2027-02-01'],
    ['LAST_FISCAL_YEAR', '2025-02-01', '2026-02-01'],
    ['NEXT_FISCAL_YEAR', '2027-02-01', '2028-02-01'],
    ['N_FISCAL_YEARS_AGO:2', '2024-02-01', '2025-02-01'],
  ])('%s', (literal, start, end) => {
    expect(dayRange(literal, friday)).toEqual({ start, end });
  });

  test('a fiscal year from January is the calendar year', () => {
    const calendar = { today: '2026-01-31', fiscalYearStartMonth: 1 };
    expect(dayRange('THIS_FISCAL_QUARTER', calendar)).toEqual(dayRange('THIS_QUARTER', calendar));
  });

  test('January lies in the fiscal year that began the February before', () => {
    const calendar = { today: '2027-01-31', fiscalYearStartMonth: 2 };
    expect(dayRange('THIS_FISCAL_YEAR', calendar)).toEqual({ start: '2026-02-01', end: '2027-02-01' });
    expect(dayRange('THIS_FISCAL_QUARTER', calendar)).toEqual({ start: '2026-11-01', end: '2027-02-01' });
  });
});

describe('date literals in a query', () => {
  const day = (CloseDate: string) => ({
    Name: CloseDate,
    CloseDate,
    StageName: 'Prospecting',
    OwnerId: '005xx0000000301AAA',
  });
  const days = [
    '2026-10-20',
    '2026-10-21',
    '2026-11-19',
    '2026-11-20',
    '2026-11-21',
    '2027-01-31',
    '2027-02-01',
  ];
  const org = bareOrg({
    Opportunity: days.map(day),
  });
  const closing = (where: string) =>
    column(org, `SELECT Name FROM Opportunity WHERE ${where} ORDER BY CloseDate`);

  test.each([
    ['CloseDate = LAST_N_DAYS:30', days.slice(1, 4)],
    ['CloseDate < LAST_N_DAYS:30', days.slice(0, 1)],
    ['CloseDate > LAST_N_DAYS:30', days.slice(4)],
    ['CloseDate >= LAST_N_DAYS:30', days.slice(1)],
    ['CloseDate <= LAST_N_DAYS:30', days.slice(0, 4)],
    ['CloseDate != LAST_N_DAYS:30', [...days.slice(0, 1), ...days.slice(4)]],
    ['CloseDate >= TODAY AND CloseDate <= NEXT_N_DAYS:90', days.slice(3)],
    ['CloseDate = THIS_FISCAL_QUARTER', days.slice(2, 6)],
    ['CloseDate = 2026-11-20', days.slice(3, 4)],
    ['CloseDate < 2026-10-21', days.slice(0, 1)],
    ['CloseDate IN (TODAY, LAST_N_WEEKS:4)', ['2026-10-20', '2026-10-21', '2026-11-20']],
    ['CALENDAR_YEAR(CloseDate) = 2027', days.slice(5)],
    ['FISCAL_QUARTER(CloseDate) = 1', days.slice(6)],
    ['FISCAL_YEAR(CloseDate) = 2027', days.slice(0, 6)],
  ])('%s', (where, expected) => {
    expect(closing(where)).toEqual(expected);
  });

  test('a day of a date-time begins at midnight of the user in New York', () => {
    org.clock.set('2026-11-20T22:00:00Z');
    const created = (CreatedDate: string) => ({ ...day('2026-12-01'), Name: CreatedDate, CreatedDate });
    const dated = bareOrg({
      Opportunity: [
        created('2026-11-20T04:59:59.000+0000'),
        created('2026-11-20T05:00:00.000+0000'),
        created('2026-11-21T04:59:59.000+0000'),
      ],
    });
    expect(column(dated, 'SELECT Name FROM Opportunity WHERE CreatedDate = TODAY')).toHaveLength(2);
    expect(column(dated, 'SELECT Name FROM Opportunity WHERE CreatedDate < TODAY')).toHaveLength(1);
    expect(column(dated, 'SELECT Name FROM Opportunity WHERE DAY_ONLY(CreatedDate) = TODAY')).toHaveLength(2);
    expect(
      column(dated, 'SELECT Name FROM Opportunity WHERE CreatedDate >= 2026-11-20T00:00:00-05:00'),
    ).toHaveLength(2);
  });

  test.each([
    'CloseDate = LAST_N_MINUTES:30',
    'CloseDate = LAST_N_HOURS:2',
    'CloseDate = LAST_N_DAYS',
    'CloseDate = SOMEDAY',
  ])('%s is MALFORMED_QUERY', (where) => {
    expect(refusal(org, `SELECT Id FROM Opportunity WHERE ${where}`)).toBe('MALFORMED_QUERY');
  });

  test('a day that does not exist is refused', () => {
    expect(refusal(org, 'SELECT Id FROM Opportunity WHERE CloseDate = 2026-02-30')).toBe('INVALID_FIELD');
  });
});
