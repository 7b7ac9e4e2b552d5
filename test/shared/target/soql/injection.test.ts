import { describe, expect, test } from '@jest/globals';
import { InvalidInputError } from '../../../../shared/error.ts';
import {
  type Condition,
  contains,
  equal,
  field,
  greater,
  isIn,
  namedField,
  parametersOf,
} from '../../../../shared/language/index.ts';
import { bindQuery } from '../../../../shared/target/soql/bind.ts';
import { compileQuery } from '../../../../shared/target/soql/compile.ts';
import { printCount } from '../../../injection/print-count.ts';
import { column, testOrg } from '../../../sandbox/salesforce/soql/test-org.ts';
import { NOW } from '../scope.ts';

printCount('SOQL');

const input = parametersOf({ name: 'text', names: 'list', least: 'number', path: 'text' });
const name = field('text', 'Name');

function bind(where: Condition, parameters: Readonly<Record<string, unknown>>): string {
  return bindQuery(compileQuery({ from: 'Account', select: [name], where }), { parameters, now: NOW });
}

/** Names that break a query when they are not escaped fully. */
const names = [
  "O'Brien",
  "O'Brien \\",
  "\\' OR Name != '",
  "' OR Name LIKE '%",
  '"quoted"',
  '\\',
  '\\\\',
  '%',
  '_',
  '50%_off',
  'a\nb\r\tc\b\f',
  '{{body}} {account}',
  '`$&$1',
  '<!channel> <@U1>',
  '\u202eevil',
  '😀 株式会社',
  "'; DELETE",
  ':since',
];

describe('Texts from outside stay texts', () => {
  const org = testOrg({ Account: names.map((Name) => ({ Name })) });

  test.each(names)('%j finds its own record and no other', (text) => {
    const own = names.filter((each) => each.toLowerCase() === text.toLowerCase());
    expect(column(org, bind(equal(name, input('name')), { name: text }))).toEqual(own);
    expect(column(org, bind(isIn(name, input('names')), { names: [text] }))).toEqual(own);
  });

  test.each(names)('%j contains itself, wildcards and all', (text) => {
    const holding = names.filter((each) => each.toLowerCase().includes(text.toLowerCase()));
    expect(column(org, bind(contains(name, input('name')), { name: text }))).toEqual(holding);
  });

  test('A half character and a control character change nothing but themselves', () => {
    expect(bind(equal(name, input('name')), { name: "\ud800'\udc00\u0000\u001b" })).toBe(
      "SELECT Name FROM Account WHERE Name = '\ufffd\\'\ufffd  '",
    );
  });

  test('A text longer than Salesforce compares is refused, not cut', () => {
    expect(() => bind(equal(name, input('name')), { name: 'x'.repeat(100_000) })).toThrow(InvalidInputError);
    expect(() => bind(equal(name, input('name')), { name: "'".repeat(2001) })).toThrow(
      /name: it is longer than/,
    );
    expect(bind(equal(name, input('name')), { name: "'".repeat(2000) })).toHaveLength(4040);
  });
});

describe('A value that would widen a query is refused', () => {
  test.each<readonly [string, Condition, Readonly<Record<string, unknown>>, string]>([
    ['an empty text', equal(name, input('name')), { name: '' }, 'name: it is empty.'],
    ['no text', equal(name, input('name')), {}, 'name: it is empty.'],
    ['an empty search', contains(name, input('name')), { name: null }, 'name: it is empty.'],
    ['an empty list', isIn(name, input('names')), { names: [] }, 'names: it is empty.'],
    ['a list of nothing', isIn(name, input('names')), { names: [null, ''] }, 'names: it is empty.'],
    [
      'text for a number',
      greater(field('number', 'AnnualRevenue'), input('least')),
      { least: '1 OR 1=1' },
      'least: it is no number.',
    ],
    [
      'a number beyond SOQL',
      greater(field('number', 'AnnualRevenue'), input('least')),
      { least: 1e21 },
      'least: it is too large or too small a number.',
    ],
    ['no field', greater(namedField('number', 'path', ''), 5), {}, 'path: no field is chosen.'],
  ])('%s', (_, where, parameters, message) => {
    expect(() => bind(where, parameters)).toThrow(InvalidInputError);
    expect(() => bind(where, parameters)).toThrow(message);
  });

  test.each([
    'Name FROM User--',
    "Name' OR",
    'A..B',
    '.A',
    'A.',
    '1A',
    'A B',
    'Ａ',
    'A\n',
    'A,B',
    '(SELECT Id FROM Contacts)',
  ])('the path %j', (path) => {
    expect(() => bind(greater(namedField('number', 'path', ''), 5), { path })).toThrow(
      /is no API name of a field/,
    );
    const query = compileQuery({ from: 'Account', select: [namedField('text', 'path', '')] });
    expect(() => bindQuery(query, { parameters: { path }, now: NOW })).toThrow(/is no API name of a field/);
  });
});
