import { describe, expect, test } from '@jest/globals';
import type { ImlEnvironment } from '../iml/iml.ts';
import { refusalOf } from '../iml/refusal-of.ts';
import { type MakeCondition, passesMakeFilter } from './make-filter.ts';
import { OPERATORS } from './operators.ts';
import { REFUSALS } from './refusals.ts';
import { MakeFilterRefusal } from './refuse.ts';

const environment: ImlEnvironment = {
  variables: {
    '1': {
      text: 'Closed Won',
      number: 50000,
      numberText: '12.5',
      tiny: 1e-9,
      date: new Date('2026-01-31T10:00:00.000Z'),
      time: '09:30',
      version: '1.10.0',
      stages: ['Open', 'Won'],
      mixed: ['Open', 1],
      yes: true,
      no: false,
      blank: '',
      none: [],
      nothing: null,
      accent: 'É',
      day: '2026-01-31',
    },
  },
  now: () => Date.parse('2026-02-01T00:00:00.000Z'),
  timezone: 'UTC',
};
const condition = (field: string, o: string, b?: string): MakeCondition => ({
  a: `{{1.${field}}}`,
  o,
  ...(b === undefined ? {} : { b }),
});
const passes = (...conditions: readonly MakeCondition[][]) => passesMakeFilter({ conditions }, environment);

/** For each operator without its negation: a condition that holds and one that does not. */
const VERDICTS: readonly (readonly [
  string,
  holds: readonly [string, string?],
  fails: readonly [string, string?],
])[] = [
  ['exist', ['text'], ['nothing']],
  ['notexist', ['missing'], ['number']],
  ['text:equal', ['text', 'Closed Won'], ['text', 'closed won']],
  ['text:equal', ['number', '50000'], ['number', '5000']],
  ['text:equal:ci', ['text', 'CLOSED won'], ['text', 'closed']],
  ['text:contain', ['text', 'ed W'], ['text', 'ed w']],
  ['text:contain:ci', ['text', 'ED w'], ['text', 'lost']],
  ['text:startwith', ['text', 'Closed'], ['text', 'closed']],
  ['text:startwith:ci', ['text', 'closed'], ['text', 'won']],
  ['text:endwith', ['text', 'Won'], ['text', 'won']],
  ['text:endwith:ci', ['text', 'won'], ['text', 'closed']],
  ['number:equal', ['number', '50000.0'], ['number', '5']],
  ['number:greater', ['number', '49999'], ['number', '50000']],
  ['number:less', ['numberText', '12.6'], ['numberText', '12.5']],
  ['number:greaterorequal', ['number', '50000'], ['number', '50001']],
  ['number:lessorequal', ['number', '50000'], ['number', '49999']],
  ['date:equal', ['date', '2026-01-31T11:00:00.000+01:00'], ['date', '2026-01-31T10:00:00.001Z']],
  ['date:less', ['date', '{{now}}'], ['date', '2026-01-31T10:00:00Z']],
  ['date:greater', ['date', '{{addDays(now; -2)}}'], ['date', '{{now}}']],
  ['date:greaterorequal', ['date', '2026-01-31T10:00:00Z'], ['date', '{{now}}']],
  ['date:lessorequal', ['date', '2026-01-31T10:00:00Z'], ['date', '{{addDays(now; -2)}}']],
  ['time:equal', ['time', '09:30'], ['time', '09:31']],
  ['time:greater', ['time', '09:29'], ['time', '10:00']],
  ['time:less', ['time', '10:00'], ['time', '09:30']],
  ['time:greaterorequal', ['time', '09:30'], ['time', '09:31']],
  ['time:lessorequal', ['time', '09:30'], ['time', '09:29']],
  ['semver:equal', ['version', '1.10.0'], ['version', '1.1.0']],
  ['semver:greater', ['version', '1.9.9'], ['version', '1.10.0']],
  ['semver:less', ['version', '2.0.0'], ['version', '1.9.0']],
  ['semver:greaterorequal', ['version', '1.10.0'], ['version', '1.10.1']],
  ['semver:lessorequal', ['version', '1.10.0'], ['version', '1.9.0']],
  ['array:contain', ['stages', 'Won'], ['stages', 'won']],
  ['array:contain:ci', ['stages', 'wON'], ['stages', 'Lost']],
  ['array:equal', ['stages', '2'], ['none', '2']],
  ['array:greater', ['stages', '1'], ['stages', '2']],
  ['array:less', ['none', '1'], ['stages', '2']],
  ['array:greaterorequal', ['stages', '2'], ['stages', '3']],
  ['array:lessorequal', ['stages', '2'], ['stages', '1']],
  ['boolean:equal', ['yes', 'true'], ['no', 'true']],
];

describe.each(VERDICTS)('%s', (operator, holds, fails) => {
  test(`holds for ${holds.join(' and ')}, not for ${fails.join(' and ')}`, () => {
    expect(passes([condition(holds[0], operator, holds[1])])).toBe(true);
    expect(passes([condition(fails[0], operator, fails[1])])).toBe(false);
    const negation = operator.replace(/^(text|number|date|time|semver|array|boolean):/, '$1:not');
    if (!OPERATORS.has(negation) || negation === operator) return;
    expect(passes([condition(holds[0], negation, holds[1])])).toBe(false);
    expect(passes([condition(fails[0], negation, fails[1])])).toBe(true);
  });
});

test('every operator is tried or refused', () => {
  const tried = new Set(VERDICTS.map(([operator]) => operator));
  const untried = [...OPERATORS.keys()].filter(
    (name) => !tried.has(name) && !tried.has(name.replace(':not', ':')),
  );
  expect(untried.filter((name) => !name.includes('pattern'))).toEqual([]);
  expect(OPERATORS.size).toBe(2 + 10 * 2 + 4 * 6 + (6 + 4) + 2);
});

test('conditions of a group are joined by and, groups by or', () => {
  const yes = condition('number', 'number:equal', '50000');
  const no = condition('number', 'number:equal', '1');
  expect(passes([yes, yes])).toBe(true);
  expect(passes([yes, no])).toBe(false);
  expect(passes([no], [yes])).toBe(true);
  expect(passes([no], [yes, no])).toBe(false);
});

test('an open condition does not matter where the others decide', () => {
  const open = condition('missing', 'text:equal', 'x');
  expect(passes([condition('missing', 'exist'), open])).toBe(false);
  expect(passes([open, condition('missing', 'exist')])).toBe(false);
  expect(passes([open], [condition('text', 'exist')])).toBe(true);
  expect(refusalOf(() => passes([open, condition('text', 'exist')]))).toBe('operand-kind');
  expect(refusalOf(() => passes([open], [condition('missing', 'exist')]))).toBe('operand-kind');
});

const REFUSED: Readonly<Record<keyof typeof REFUSALS, readonly (readonly [string, string, string?])[]>> = {
  'empty-group': [],
  'unknown-operator': [
    ['text', 'text:startswith', 'C'],
    ['date', 'date:before', '2026-01-31T10:00:00Z'],
    ['text', 'equal', 'C'],
    ['text', 'constructor', 'C'],
  ],
  'needless-operand': [['text', 'exist', 'x']],
  'missing-operand': [['text', 'text:equal']],
  pattern: [
    ['text', 'text:pattern', 'C.*'],
    ['text', 'text:notpattern:ci', 'C.*'],
  ],
  'empty-exists': [
    ['blank', 'exist'],
    ['none', 'notexist'],
  ],
  'operand-kind': [
    ['nothing', 'text:notequal', 'x'],
    ['yes', 'text:equal', 'true'],
    ['missing', 'number:less', '1'],
    ['day', 'date:less', '2026-02-01T00:00:00Z'],
    ['text', 'array:contain', 'x'],
    ['text', 'boolean:equal', 'true'],
    ['yes', 'boolean:equal', 'yes'],
    ['number', 'semver:equal', '1.2.3'],
  ],
  'empty-text': [
    ['text', 'text:contain', ''],
    ['blank', 'text:equal', ''],
  ],
  'letter-case': [
    ['accent', 'text:equal:ci', 'é'],
    ['text', 'text:contain:ci', 'ß'],
  ],
  'number-text': [
    ['number', 'number:less', '50,000'],
    ['blank', 'number:equal', '0'],
    ['number', 'number:equal', ' 5'],
    ['tiny', 'text:equal', '1e-9'],
  ],
  'date-text': [
    ['date', 'date:less', '2026-02-01'],
    ['date', 'date:less', 'tomorrow'],
  ],
  'time-text': [
    ['time', 'time:less', '9:45'],
    ['time', 'time:less', '09:45:00'],
    ['date', 'time:less', '09:45'],
  ],
  'semver-text': [
    ['version', 'semver:less', '1.2'],
    ['version', 'semver:less', '1.2.3-rc.1'],
  ],
  'array-item': [['mixed', 'array:contain', 'Open']],
};

test.each(
  Object.entries(REFUSED).flatMap(([id, cases]) =>
    cases.map(([field, o, b]) => [field, o, b ?? 'nothing', id, b] as const),
  ),
)('%s %s %s is refused as %s', (field, o, _, id, b) => {
  expect(refusalOf(() => passes([condition(field, o, b)]))).toBe(id);
});

test('a filter or group without conditions is refused', () => {
  expect(refusalOf(() => passes())).toBe('empty-group');
  expect(refusalOf(() => passes([]))).toBe('empty-group');
});

test('every refusal of the list is met, and says what to use instead', () => {
  const unmet = Object.entries(REFUSED).filter(([, cases]) => cases.length === 0);
  expect(unmet.map(([id]) => id)).toEqual(['empty-group']);
  expect(Object.keys(REFUSED).sort()).toEqual(Object.keys(REFUSALS).sort());
  expect(() => passes([condition('text', 'text:pattern', 'x')])).toThrow(MakeFilterRefusal);
  expect(() => passes([condition('text', 'text:pattern', 'x')])).toThrow('Instead: use contain');
});

test('an error of the template is not hidden by other conditions', () => {
  const broken: MakeCondition = { a: '{{1.', o: 'exist' };
  expect(() => passes([broken], [condition('text', 'exist')])).toThrow('IML syntax');
});
