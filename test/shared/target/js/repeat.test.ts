import { expect, test } from '@jest/globals';
import {
  concat,
  field,
  itemFieldsOf,
  lower,
  objectType,
  rows,
  upper,
} from '../../../../shared/language/index.ts';
import { compileTemplate } from '../../../../shared/target/js/compile.ts';
import { findRepeated } from '../../../../shared/target/js/repeat.ts';
import { scopeOf } from '../scope.ts';

const row = itemFieldsOf(objectType('Row', { name: 'text' }));
const name = upper(field('text', 'Name'));

test('A node that stands in several places is evaluated once, and anew for each record', () => {
  let reads = 0;
  const record = (text: string) =>
    Object.defineProperty({}, 'Name', {
      enumerable: true,
      get: () => {
        reads += 1;
        return text;
      },
    });
  const template = compileTemplate([name, { a: name, b: concat('x', name) }]);
  expect(template(scopeOf({ record: record('a') }))).toEqual(['A', { a: 'A', b: 'xA' }]);
  expect(reads).toBe(1);
  expect(template(scopeOf({ record: record('b') }))).toEqual(['B', { a: 'B', b: 'xB' }]);
  expect(reads).toBe(2);
});

test('What depends on the row at hand is evaluated for every row', () => {
  const item = lower(row('name'));
  const line = concat(item, '-', item);
  expect(findRepeated([line, line]).has(item)).toBe(false);
  const list = rows(field('list', 'Rows'), line, 5, 'more');
  expect(
    compileTemplate([list, list])(scopeOf({ record: { Rows: { records: [{ name: 'A' }, { name: 'B' }] } } })),
  ).toEqual(['a-a\nb-b', 'a-a\nb-b']);
});
