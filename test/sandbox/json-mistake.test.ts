import { expect, it } from '@jest/globals';
import { findJsonMistake } from './json-mistake.ts';

it.each([
  ['{"a": 1 "b": 2}', 1, 9, 'a comma is missing'],
  ['{"a" 1}', 1, 6, 'a colon is missing'],
  ['{\n  "a": [1, 2\n', 3, 1, 'a closing bracket is missing'],
  ['{"a": }', 1, 7, 'a value is missing'],
  ['{"a": 1}}', 1, 9, 'something follows the end'],
  ['{"a": "x\n}', 1, 7, 'the text is not closed'],
  ['{"a": yes}', 1, 7, 'a word stands there that is no JSON'],
  ['', 1, 1, 'a value is missing'],
  ['{} // why', 1, 4, 'a comment is not allowed'],
])('%j has its mistake at line %i, column %i: %s', (text, line, column, reason) => {
  expect(findJsonMistake(text)).toEqual({ line, column, reason });
});

it('JSON has no mistake, nor have comments where they are allowed', () => {
  expect(findJsonMistake('{"a": [1, null, "x"]}')).toBeUndefined();
  expect(findJsonMistake('{} // why', 'allowed')).toBeUndefined();
});
