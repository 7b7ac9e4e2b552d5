import { describe, expect, test } from '@jest/globals';
import { customFiscalYears, customPeriods } from './sample-org/custom-fiscal-year.ts';
import { bareOrg, column, refusal, select, testOrg } from './soql/test-org.ts';

const days = [
  '2026-06-27',
  '2026-06-28',
  '2026-09-26',
  '2026-09-27',
  '2026-11-20',
  '2026-12-26',
  '2026-12-27',
  '2027-03-27',
  '2027-03-28',
];
const deals = days.map((CloseDate) => ({
  Name: CloseDate,
  CloseDate,
  StageName: 'Prospecting',
  OwnerId: '005xx0000000301AAA',
}));

describe('custom fiscal years', () => {
  const org = bareOrg({ Opportunity: deals }, { customFiscalYears: true });
  const closing = (literal: string) =>
    column(org, `SELECT Name FROM Opportunity WHERE CloseDate = ${literal} ORDER BY CloseDate`);

  test.each([
    ['THIS_FISCAL_QUARTER', days.slice(3, 6)],
    ['LAST_FISCAL_QUARTER', days.slice(1, 3)],
    ['NEXT_FISCAL_QUARTER', days.slice(6, 8)],
    ['NEXT_N_FISCAL_QUARTERS:2', days.slice(6)],
    ['LAST_N_FISCAL_QUARTERS:4', days.slice(0, 3)],
    ['N_FISCAL_QUARTERS_AGO:2', days.slice(0, 1)],
    ['THIS_FISCAL_YEAR', days.slice(3)],
    ['LAST_FISCAL_YEAR', days.slice(0, 3)],
  ])('%s follows what the admin defined', (literal, expected) => {
    expect(closing(literal)).toEqual(expected);
  });

  test.each([
    'NEXT_FISCAL_YEAR',
    'LAST_N_FISCAL_QUARTERS:5',
    'N_FISCAL_QUARTERS_AGO:5',
    'NEXT_N_FISCAL_QUARTERS:4',
    'N_FISCAL_YEARS_AGO:2',
  ])('%s lies outside them and is refused', (literal) => {
    expect(refusal(org, `SELECT Id FROM Opportunity WHERE CloseDate = ${literal}`)).toBe(
      'INVALID_QUERY_FILTER_OPERATOR',
    );
  });

  test('an org whose years do not reach today has no current quarter', () => {
    const late = bareOrg({}, { customFiscalYears: true });
    late.clock.set('2027-09-27T12:00:00Z');
    expect(refusal(late, 'SELECT Id FROM Opportunity WHERE CloseDate = THIS_FISCAL_QUARTER')).toBe(
      'INVALID_QUERY_FILTER_OPERATOR',
    );
    expect(column(late, 'SELECT Id FROM Opportunity WHERE CloseDate = THIS_QUARTER', 'Id')).toEqual([]);
  });

  test('the current quarter is another one than the start month of the organization says', () => {
    const soql =
      "SELECT StartDate, EndDate, Number FROM Period WHERE Type = 'Quarter' AND StartDate <= TODAY AND EndDate >= TODAY";
    const quarter = { StartDate: '2026-09-27', EndDate: '2026-12-26', Number: 1 };
    expect(select(testOrg({}, { customFiscalYears: true }), soql)).toMatchObject([quarter]);
    expect(select(testOrg(), soql)).toMatchObject([{ StartDate: '2026-11-01', Number: 4 }]);
    expect(column(org, 'SELECT FiscalYearStartMonth FROM Organization', 'FiscalYearStartMonth')).toEqual([2]);
  });

  test('fiscal years are told to be custom, and both kinds change places while the org runs', () => {
    const org_ = testOrg();
    const standard = () =>
      column(org_, 'SELECT IsStandardYear FROM FiscalYearSettings ORDER BY StartDate', 'IsStandardYear');
    expect(standard()).toEqual([true, true]);
    org_.features.customFiscalYears = true;
    expect(standard()).toEqual([false, false]);
    org_.features.customFiscalYears = false;
    expect(standard()).toEqual([true, true]);
  });

  test('the fiscal fields of an opportunity follow them, and are empty outside', () => {
    const outside = { ...deals[0], Name: 'far', CloseDate: '2031-01-01' };
    const org_ = bareOrg({ Opportunity: [...deals, outside] }, { customFiscalYears: true });
    expect(
      select(org_, 'SELECT Fiscal, FiscalYear, FiscalQuarter FROM Opportunity ORDER BY CloseDate').map(
        ({ Fiscal, FiscalYear, FiscalQuarter }) => [Fiscal, FiscalYear, FiscalQuarter],
      ),
    ).toEqual([
      ['2026 3', 2026, 3],
      ['2026 4', 2026, 4],
      ['2026 4', 2026, 4],
      ['2027 1', 2027, 1],
      ['2027 1', 2027, 1],
      ['2027 1', 2027, 1],
      ['2027 2', 2027, 2],
      ['2027 2', 2027, 2],
      ['2027 3', 2027, 3],
      [null, null, null],
    ]);
  });

  test.each(['FISCAL_QUARTER', 'FISCAL_YEAR', 'FISCAL_MONTH'])('%s() is refused', (name) => {
    expect(refusal(org, `SELECT Id FROM Opportunity WHERE ${name}(CloseDate) = 1`)).toBe('MALFORMED_QUERY');
  });

  test('the sample quarters follow each other without a gap', () => {
    const ends = customPeriods.map(({ EndDate }) => Date.parse(`${EndDate}T00:00:00Z`));
    const starts = customPeriods.map(({ StartDate }) => Date.parse(`${StartDate}T00:00:00Z`));
    expect(starts.slice(1)).toEqual(ends.slice(0, -1).map((end) => end + 86_400_000));
    expect(customFiscalYears.map(({ EndDate }) => EndDate)).toEqual([
      customPeriods[3]?.EndDate,
      customPeriods[7]?.EndDate,
    ]);
  });
});
