import { describe, expect, test } from '@jest/globals';
import { evaluate, type ImlEnvironment, ImlError } from './iml.ts';

const environment: ImlEnvironment = {
  variables: { date: new Date('2026-02-03T04:05:06.078Z'), whole: new Date('2026-02-03T16:05:06.000Z') },
  now: () => Date.parse('2026-11-20T22:00:00.000Z'),
  timezone: 'Europe/Prague',
};
const code = (expression: string) => evaluate(expression, environment, 'imljson');
const iso = (expression: string) => (code(expression) as Date).toISOString();

const TOKENS: readonly (readonly [string, string])[] = [
  ['YYYY YY Y', '2026 26 2026'],
  ['Q Qo M Mo MM MMM MMMM', '1 1st 2 2nd 02 Feb February'],
  ['D Do DD DDD DDDo DDDD', '3 3rd 03 34 34th 034'],
  ['d do dd ddd dddd E', '2 2nd Tu Tue Tuesday 2'],
  ['W Wo WW GG GGGG', '6 6th 06 26 2026'],
  ['H HH h hh k kk A a', '5 05 5 05 5 05 AM am'],
  ['m mm s ss S SS SSS', '5 05 6 06 0 07 078'],
  ['Z ZZ x', '+01:00 +0100 1770091506078'],
  ['[YYYY] \\Z YYYY-MM-DDTHH', 'YYYY Z 2026-02-03T05'],
  ['DD. MM. — ü', '03. 02. — ü'],
  ['YYYYMMDD', '20260203'],
];

describe('formatDate', () => {
  test.each(TOKENS)('%s', (format, text) => expect(code(`formatDate(date, '${format}')`)).toBe(text));

  test('takes a zone, and a default format', () => {
    expect(code("formatDate(date, 'HH:mm', 'America/New_York')")).toBe('23:05');
    expect(code('formatDate(date)')).toBe('2026-02-03T05:05:06.078+01:00');
    expect(code("formatDate(whole, 'X', 'UTC')")).toBe('1770134706');
    expect(code("formatDate(whole, 'k kk h A', 'Asia/Tokyo')")).toBe('1 01 1 AM');
  });

  test.each([1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 28])('writes day %i as English does', (day) => {
    const suffix =
      day === 1 || day === 21 ? 'st' : day === 2 || day === 22 ? 'nd' : day === 3 || day === 23 ? 'rd' : 'th';
    expect(code(`formatDate(setDate(date, ${day}), 'Do')`)).toBe(`${day}${suffix}`);
  });

  test('an unknown zone is an error that names it', () => {
    expect(() => code("formatDate(date, 'YYYY', 'Mars/Base')")).toThrow(ImlError);
    expect(() => code("formatDate(date, 'YYYY', '+02:00')")).toThrow('The time zone "+02:00" is unknown');
  });
});

test.each([
  ["parseDate('2026-01-31T10:00:00.000+0000', 'YYYY-MM-DDTHH:mm:ss.SSSZZ')", '2026-01-31T10:00:00.000Z'],
  [
    "parseDate('2026-01-31T10:00:00.000-0530', 'YYYY-MM-DDTHH:mm:ss.SSSZZ', 'UTC')",
    '2026-01-31T15:30:00.000Z',
  ],
  ["parseDate('2026-01-31T10:00:00+02:00', 'YYYY-MM-DDTHH:mm:ssZ')", '2026-01-31T08:00:00.000Z'],
  ["parseDate('2026-01-31', 'YYYY-MM-DD')", '2026-01-30T23:00:00.000Z'],
  ["parseDate('2026-07-31', 'YYYY-MM-DD', 'UTC')", '2026-07-31T00:00:00.000Z'],
  ["parseDate('12/28/2016 4:03 PM', 'MM/DD/YYYY h:mm A', 'UTC')", '2016-12-28T16:03:00.000Z'],
  ["parseDate('28 Dec 2016 12:03 am', 'D MMM YYYY hh:mm a', 'UTC')", '2016-12-28T00:03:00.000Z'],
  ["parseDate('1st March 2026', 'Do MMMM YYYY', 'UTC')", '2026-03-01T00:00:00.000Z'],
  ["parseDate('2026-01-02 03:04:05.6', 'YYYY-MM-DD HH:mm:ss.S', 'UTC')", '2026-01-02T03:04:05.600Z'],
  ["parseDate('1482940986123', 'x')", '2016-12-28T16:03:06.123Z'],
  ["parseDate('2026-01-31T10:00:00Z')", '2026-01-31T10:00:00.000Z'],
  ["parseDate('2026-01-31T10:00:00.500+01:00')", '2026-01-31T09:00:00.500Z'],
  ['addSeconds(date, 54)', '2026-02-03T04:06:00.078Z'],
  ['addMinutes(date, 0 - 6)', '2026-02-03T03:59:06.078Z'],
  ['addHours(date, 20)', '2026-02-04T00:05:06.078Z'],
  ['addDays(date, 26)', '2026-03-01T04:05:06.078Z'],
  ['addMonths(date, 1)', '2026-03-03T04:05:06.078Z'],
  ['addYears(date, 2)', '2028-02-03T04:05:06.078Z'],
  ['setSecond(date, 75)', '2026-02-03T04:06:15.078Z'],
  ['setMinute(date, 0)', '2026-02-03T04:00:06.078Z'],
  ['setHour(date, 0)', '2026-02-02T23:05:06.078Z'],
  ['setHour(date, 25)', '2026-02-04T00:05:06.078Z'],
  ["setDay(date, 'Sunday')", '2026-02-01T04:05:06.078Z'],
  ["setMonth(date, 'July')", '2026-07-03T03:05:06.078Z'],
  ['setMonth(date, 13)', '2027-01-03T04:05:06.078Z'],
  ['setYear(date, 2030)', '2030-02-03T04:05:06.078Z'],
  ['addHours(now, 2)', '2026-11-21T00:00:00.000Z'],
])('%s', (expression, instant) => expect(iso(expression)).toBe(instant));
