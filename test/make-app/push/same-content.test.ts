import { expect, it, test } from '@jest/globals';
import { sameContent, sameText } from '../../../make-app/push/same-content.ts';

test.each([
  ['{ "a": 1 }', '{ "a": 1 }', true],
  ['// told\n{"a":1}', '{ "a": 1 }', true],
  [{ a: 1 }, '{ "a": 1 }', true],
  [[], '[]', true],
  [null, '[]', false],
  ['', '{}', false],
  ['{ half', '{}', false],
  ['{ "a": 2 }', '{ "a": 1 }', false],
  ['{ "b": 1, "a": 1 }', '{ "a": 1, "b": 1 }', false],
])('What Make holds as %j is compared with the file %j by content: %j', (remote, text, same) => {
  expect(sameContent(remote, text)).toBe(same);
});

it('Line ends and outer white space do not make two documents differ', () => {
  expect(sameText('# A\r\nb\r\n', '# A\nb')).toBe(true);
  expect(sameText('# A', '# B')).toBe(false);
});
