import { expect, test } from '@jest/globals';
import { unquote, unquotePattern } from './literal.ts';

test.each([
  ["'it\\'s'", "it's"],
  ["'a\\\\b'", 'a\\b'],
  ["'line\\nbreak\\r\\ttab'", 'line\nbreak\r\ttab'],
  ["'\\b\\f'", '\b\f'],
  ['\'say \\"hi\\"\'', 'say "hi"'],
  ["'\\u00e9\\u0041'", 'éA'],
  ["'100%_'", '100%_'],
  ["''", ''],
])('unquotes %s', (literal, text) => {
  expect(unquote(literal)).toBe(text);
});

test.each(["'\\q'", "'\\%'", "'\\_'", "'\\u12'", "'\\0'"])('refuses the escape in %s', (literal) => {
  expect(() => unquote(literal)).toThrow(/Illegal escape/);
});

test('tells wildcards from escaped wildcards in patterns', () => {
  expect(unquotePattern("'a%\\%_\\_'")).toEqual([
    { kind: 'text', text: 'a' },
    { kind: 'many' },
    { kind: 'text', text: '%' },
    { kind: 'one' },
    { kind: 'text', text: '_' },
  ]);
});
