import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FUNCTION_NAMES } from './function/functions.ts';
import {
  type Dialect,
  evaluate,
  ImlError,
  ImlLimitError,
  ImlRefusal,
  ImlSyntaxError,
  renderTemplate,
} from './iml.ts';

const SEED = 20261120;
const KNOWN = [ImlError, ImlLimitError, ImlRefusal, ImlSyntaxError];
const dialects: readonly Dialect[] = ['imljson', 'mapper'];

/** Runs, and counts how it ended; any error that is not the interpreter's own is a failure. */
function endOf(run: () => unknown): string {
  try {
    run();
    return 'value';
  } catch (error) {
    const kind = KNOWN.find((known) => error instanceof known);
    if (kind === undefined) throw error;
    return kind.name;
  }
}

function count(ends: Map<string, number>, end: string): void {
  ends.set(end, (ends.get(end) ?? 0) + 1);
}

const value: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      null,
      undefined,
      '',
      0,
      -1,
      1,
      2.5,
      1e21,
      1e-9,
      true,
      false,
      'a',
      'b',
      'é',
      '$&',
      '/a/g',
      '/(/g',
    ),
  },
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.integer({ min: -40, max: 40 }),
  fc.double(),
  fc.date({ noInvalidDate: false }),
  fc.array(fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.constant(null)), { maxLength: 5 }),
  fc.array(fc.record({ a: fc.string({ maxLength: 2 }), b: fc.integer() }, { requiredKeys: [] }), {
    maxLength: 4,
  }),
  fc.dictionary(fc.string({ maxLength: 3 }), fc.anything(), { maxKeys: 4 }),
  fc.uint8Array({ maxLength: 4 }),
  fc.constantFrom(
    'YYYY-MM-DD',
    'HH:mm',
    'X',
    'UTC',
    'America/New_York',
    'Mars/Base',
    'asc ci',
    'base64',
    '2026-03-29',
    '{"a":1}',
    'a.b',
    '1',
  ),
);

test('any values given to any function end in a value or one of the own errors', () => {
  const ends = new Map<string, number>();
  fc.assert(
    fc.property(fc.constantFrom(...FUNCTION_NAMES), fc.array(value, { maxLength: 4 }), (name, values) => {
      const variables = Object.fromEntries(values.map((given, index) => [`v${index}`, given]));
      const environment = { variables, now: () => 0, timezone: 'Europe/Prague', random: () => 0.5 };
      const expression = `${name}(${values.map((_, index) => `v${index}`).join(', ')})`;
      count(
        ends,
        endOf(() => evaluate(expression, environment, 'imljson')),
      );
    }),
    { seed: SEED, numRuns: 20_000 },
  );
  process.stdout.write(`IML functions on random values: ${JSON.stringify(Object.fromEntries(ends))}\n`);
  expect(ends.get('value') ?? 0).toBeGreaterThan(500);
});

test('any two values under any operator end in a value or one of the own errors', () => {
  const operators = ['+', '++', '-', '*', '/', '%', '=', '!=', '<', '<=', '>', '>=', '&', '|'];
  fc.assert(
    fc.property(fc.constantFrom(...operators), value, value, (operator, a, b) => {
      endOf(() =>
        evaluate(`a ${operator} b`, { variables: { a, b }, now: () => 0, timezone: 'UTC' }, 'imljson'),
      );
    }),
    { seed: SEED, numRuns: 20_000 },
  );
});

const fragment = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '{{',
      '}}',
      '(',
      ')',
      ',',
      ';',
      "'",
      '"',
      '`',
      '.',
      '[',
      ']',
      '1',
      '1.a',
      'a',
      'b.c',
      ' ',
      '\n',
      '+',
      '-',
      '!',
      '=',
      '&',
      '|',
      '<',
      'if(',
      'ifempty(',
      'lower(',
      'now',
      'and',
      '{',
      '\\',
      'é',
    ),
  },
  fc.string({ unit: 'binary', maxLength: 3 }),
);

test('any text is a template or a located syntax error or a refusal', () => {
  const ends = new Map<string, number>();
  const environment = { variables: { a: 'x', b: { c: 1 }, '1': { a: 'y' } }, now: () => 0, timezone: 'UTC' };
  fc.assert(
    fc.property(fc.constantFrom(...dialects), fc.array(fragment, { maxLength: 14 }), (dialect, fragments) => {
      const text = fragments.join('');
      count(
        ends,
        endOf(() => renderTemplate(text, environment, dialect)),
      );
      count(
        ends,
        endOf(() => renderTemplate(`{{${text}}}`, environment, dialect)),
      );
    }),
    { seed: SEED, numRuns: 20_000 },
  );
  process.stdout.write(`IML on random texts: ${JSON.stringify(Object.fromEntries(ends))}\n`);
  expect(ends.get('value') ?? 0).toBeGreaterThan(500);
});

test('a quoted text without quotes, backslashes and braces is itself in both dialects', () => {
  fc.assert(
    fc.property(fc.constantFrom(...dialects), fc.string({ unit: 'binary' }), (dialect, text) => {
      fc.pre(!/['"\\{}]/.test(text));
      expect(evaluate(`"${text}"`, { variables: {}, now: () => 0, timezone: 'UTC' }, dialect)).toBe(text);
    }),
    { seed: SEED, numRuns: 2_000 },
  );
});
