import { createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { FUNCTION_NAMES } from './function/functions.ts';
import { evaluate, type ImlEnvironment } from './iml.ts';
import { VECTORS } from './vectors.ts';

const rows = [
  { name: 'Bea', use: 'yes', at: { v: 2 } },
  { name: 'Ann', use: 'no', at: { v: 1 } },
  { name: 'Cleo', use: 'yes', at: { v: 3 } },
];
const environment: ImlEnvironment = {
  variables: {
    rows,
    list: ['b', 'a'],
    numbers: [3, 1, 2, null, 'x'],
    dates: [new Date(2), new Date(1)],
    none: [],
    nested: [1, [2, [3, [4]]]],
    collection: { a: 1, b: null, c: ['x'] },
    text: 'a.b*c',
    dollars: '$&',
    buffer: Buffer.from('abc'),
  },
  now: () => 0,
  timezone: 'UTC',
  random: () => 0.5,
};
const code = (expression: string) => evaluate(expression, environment, 'imljson');

const RESULTS: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  general: [
    ["ifempty(null, 'x')", 'x'],
    ["ifempty(none, 'x')", []],
    ["ifempty(0, 'x')", 0],
    ["ifempty(false, 'x')", false],
    ["switch(1, '1', 'one', 'other')", 'one'],
    ["switch('z', '1', 'one', 'other')", 'other'],
    ["get(rows, '2.name')", 'Ann'],
    ['get(list, 2)', 'a'],
    ['get(list, 9)', undefined],
    ["get(collection, 'b.c')", undefined],
    ["get(missing, 'a.b')", undefined],
    ["pick(collection, 'a', 'c')", { a: 1, c: ['x'] }],
    ["omit(collection, 'a', 'zz')", { b: null, c: ['x'] }],
  ],
  text: [
    ['length(null)', 0],
    ['length(list)', 2],
    ['length(buffer)', 3],
    ["length('🎉')", 2],
    ["trim('  a b\\t')", 'a b\\t'],
    ["trim(tab + ' a ' + newline)", 'a'],
    ["substring('abc', 1, 999)", 'bc'],
    ["contains(list, 'a')", true],
    ["contains(list, 'z')", false],
    ["contains('Hello', 'hELL', true)", true],
    ["upper('a—1')", 'A—1'],
    ["capitalize('')", ''],
    ["split('a,b', ',')", ['a', 'b']],
    ['join(list)', 'b,a'],
    ["join(list, '\n• ')", 'b\n• a'],
    ['join(list, emptystring)', 'ba'],
    ['join(none)', ''],
    ['toString(1.5)', '1.5'],
    ['toString(true)', 'true'],
    ['toString(list)', 'b,a'],
    ['toString(buffer)', 'abc'],
    ["toString(parseDate('0', 'X'))", '1970-01-01T00:00:00.000Z'],
  ],
  replace: [
    ["replace(text, '.', '-')", 'a-b*c'],
    ["replace(text, '*', emptystring)", 'a.bc'],
    ["replace('aaa', 'a', 'b')", 'bbb'],
    ["replace('a/b', '/', '-')", 'a-b'],
    ["replace('A-b', '/[a-z]/g', '<$&>')", 'A-<b>'],
    ["replace('2026-01', '/(\\d+)-(\\d+)/g', '$2.$1')", '01.2026'],
    ["replace('ABC', '/b/gi', 'x')", 'AxC'],
    ["replace('', 'a', 'b')", ''],
    ["replace(dollars, '/[$]/g', 'x')", 'x&'],
  ],
  encode: [
    ["encodeURL('a b&ü')", 'a%20b%26%C3%BC'],
    ["decodeURL('%27a+b')", "'a+b"],
    ['escapeHTML(\'"a" & <b>\')', '"a" &amp; &lt;b&gt;'],
    ['stripHTML(\'a<br>b<script>x()</script><i class="c">d</i>\')', 'a\nbd'],
    ["escapeMarkdown('plain 1')", 'plain 1'],
    ["replaceEmojiCharacters('plain 1#', 'x')", 'plain 1#'],
    ['base64(buffer)', 'YWJj'],
    ["sha1('abc')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ["sha256('abc', 'base64')", 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='],
    ["sha512('abc', 'hex', 'key')", createHmac('sha512', 'key').update('abc').digest('hex')],
    ["sha256('abc', 'hex', '6b6579', 'hex')", createHmac('sha256', 'key').update('abc').digest('hex')],
  ],
  number: [
    ['round(2.49)', 2],
    ['round(2.51)', 3],
    ['round(-1.2)', -1],
    ['ceil(-0.5)', 0],
    ['floor(-0.5)', -1],
    ['floor(123456.78 * 100 + 0.5) / 100', 123456.78],
    ['trunc(-3)', -3],
    ["parseNumber('09', '.')", 9],
    ["parseNumber('-1,234.5', '.')", -1234.5],
    ["formatNumber(1234.5, 2, '.', ',')", '1,234.50'],
    ["formatNumber(-1234567, 0, '.', ' ')", '-1 234 567'],
    ["formatNumber(999, 0, '.', ',')", '999'],
    ["formatNumber(1234, 0, '.', emptystring)", '1234'],
    ["formatNumber(1000000000000000000000, 0, '.', ',')", '1,000,000,000,000,000,000,000'],
    ['sum(numbers)', 6],
    ['sum(1, 2, 3)', 6],
    ['min(numbers)', 1],
    ['max(4, 9)', 9],
    ['average(numbers)', 2],
    ['median(numbers)', 2],
  ],
  array: [
    ['first(list)', 'b'],
    ['last(list)', 'a'],
    ['add(list, 1, true)', ['b', 'a', 1, true]],
    ["remove(list, 'a')", ['b']],
    ['reverse(list)', ['a', 'b']],
    ['slice(list, 1)', ['a']],
    ['slice(list, 0, 1)', ['b']],
    ['merge(list, none, list)', ['b', 'a', 'b', 'a']],
    ['flatten(nested)', [1, 2, [3, [4]]]],
    ['flatten(nested, 3)', [1, 2, 3, 4]],
    ['keys(collection)', ['a', 'b', 'c']],
    ["toArray(pick(collection, 'a'))", [{ key: 'a', value: 1 }]],
    ["toCollection(rows, 'name', 'use')", { Bea: 'yes', Ann: 'no', Cleo: 'yes' }],
    ["map(rows, 'name')", ['Bea', 'Ann', 'Cleo']],
    ["join(map(rows, 'name', 'use', 'yes'), newline)", 'Bea\nCleo'],
    ["first(map(rows, 'use', 'name', 'Ann'))", 'no'],
    ["map(none, 'x')", []],
    ["map(rows, 'missing', 'use', 'never')", []],
    ["map(sort(rows, 'at.v'), 'name')", ['Ann', 'Bea', 'Cleo']],
    ["map(sort(rows, 'desc', 'name'), 'name')", ['Cleo', 'Bea', 'Ann']],
    ['sort(dates)', [new Date(1), new Date(2)]],
    ['sort(none)', []],
    ['deduplicate(sort(merge(list, list)))', ['a', 'b']],
  ],
  'app runtime': [
    ["createJSON(pick(collection, 'a', 'b'))", '{"a":1,"b":null}'],
    ["createJSON('x\"y')", '"x\\"y"'],
    ['parseJSON(\'{"a":[1]}\')', { a: [1] }],
  ],
};

describe.each(Object.entries(RESULTS))('functions: %s', (_, cases) => {
  test.each(cases)('%s', (expression, value) => expect(code(expression)).toStrictEqual(value));
});

test('shuffle orders items by the random numbers given', () => {
  const numbers = [0.9, 0.1];
  const random = () => numbers.shift() ?? 0;
  expect(evaluate('shuffle(list)', { ...environment, random }, 'imljson')).toEqual(['a', 'b']);
});

test.each([
  "encodeURL('\ud800')",
  "decodeURL('%zz')",
  "parseJSON('{')",
  "replace('a', '/(/g', 'b')",
])('%s fails as it would on Make, with an error that names the function', (expression) =>
  expect(() => code(expression)).toThrow(expression.slice(0, expression.indexOf('('))));

/** Functions that the tests of dates and of refusals try, or that are refused by name alone. */
const TRIED_ELSEWHERE =
  /^(shuffle|add[A-Z].*|set[A-Z].*|dateDiff|base64url|isArray|pop|mime|shift|parseXML|createXML|jwt|cryptoSign|toDataStructure|errorFactory)$/;

test('every function has a vector, a result here, a date test or a refusal', () => {
  const results = Object.values(RESULTS).flat();
  const tried = [...VECTORS.map((vector) => vector.expression), ...results.map(([expression]) => expression)];
  const untried = FUNCTION_NAMES.filter(
    (name) => !tried.some((text) => new RegExp(`\\b${name}\\(`).test(text)),
  );
  expect(untried.filter((name) => !TRIED_ELSEWHERE.test(name))).toEqual([]);
});
