import { expect, test } from '@jest/globals';
import {
  collect,
  exists,
  itemAt,
  literal,
  mention,
  note,
  truncate,
} from '../../../../shared/language/index.ts';
import { compileValue } from '../../../../shared/target/js/compile.ts';
import { itemNeeded } from '../../../../shared/target/js/item-needed.ts';
import { scopeOf } from '../scope.ts';

const people = note('list', 'people');
const always = literal('boolean', true);
const notes = { people: ['U1', 'U2'], one: 'only' };

test('What is past the end of a list is left out, and what needs no item of it is kept', () => {
  const mentions = [0, 1, 2, 3].map((at) => ({ when: always, value: mention(itemAt('text', people, at)) }));
  expect(compileValue(collect(mentions))(scopeOf({ notes }))).toEqual(['<@U1>', '<@U2>']);
  const mixed = [...mentions, { when: always, value: literal('text', 'all') }];
  expect(compileValue(collect(mixed))(scopeOf({ notes }))).toEqual(['<@U1>', '<@U2>', 'all']);
  const others = [...mentions, { when: always, value: itemAt('text', note('list', 'others'), 2) }];
  expect(compileValue(collect(others))(scopeOf({ notes: { ...notes, others: [1, 2, 'third'] } }))).toEqual([
    '<@U1>',
    '<@U2>',
    'third',
  ]);
});

test('An item is needed through texts made of it and by asking whether it exists', () => {
  const item = itemAt('text', people, 3);
  expect(itemNeeded(truncate(item, 30))).toBe(item);
  expect(itemNeeded(exists(item))).toBe(item);
  expect(itemNeeded(always)).toBeUndefined();
});
