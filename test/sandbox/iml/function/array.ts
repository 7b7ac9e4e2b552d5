import { randomFrom } from '../date/clock.ts';
import { checkLimit } from '../limit.ts';
import { refuse } from '../refuse.ts';
import { isCollection } from '../value.ts';
import { define, optional, repeated } from './define.ts';
import { array, collection, count, fieldName, primitive } from './parameter.ts';
import { looselySame } from './same.ts';

/** Taking, adding, removing and reordering items. */
export const ARRAY = [
  define('first', [array('array')], (_, items) =>
    items.length === 0 ? refuse('empty-array', 'first') : items[0],
  ),
  define('last', [array('array')], (_, items) =>
    items.length === 0 ? refuse('empty-array', 'last') : items.at(-1),
  ),
  define('add', [array('array'), repeated(primitive('value'))], (_, items, values) => [...items, ...values]),
  define('remove', [array('array'), repeated(primitive('value'))], (_, items, values) =>
    items.filter((item) => values.filter((value) => looselySame(item, value)).length === 0),
  ),
  define('reverse', [array('array')], (_, items) => items.toReversed()),
  define('shuffle', [array('array')], (scope, items) => {
    const keyed = items.map((item) => ({ item, place: randomFrom(scope.environment) }));
    return keyed.sort((left, right) => left.place - right.place).map(({ item }) => item);
  }),
  define('slice', [array('array'), count('start'), optional(count('end'))], (_, items, start, end) =>
    items.slice(start, end),
  ),
  define('merge', [array('array'), repeated(array('array'))], (_, items, others) => [
    ...items,
    ...others.flat(),
  ]),
  define('flatten', [array('array'), optional(count('depth'))], (_, items, depth) =>
    flatten(items, depth ?? 1),
  ),
  define('keys', [collection('collection')], (_, from) => orderedKeys(from)),
  define('toArray', [collection('collection')], (_, from) =>
    orderedKeys(from).map((key) => ({ key, value: from[key] })),
  ),
  define(
    'toCollection',
    [array('array'), fieldName('key field'), fieldName('value field')],
    (_, items, key, value) => toCollection(items, key, value),
  ),
];

function flatten(items: readonly unknown[], depth: number): readonly unknown[] {
  let flat = items;
  for (let level = 0; level < depth && flat.some(Array.isArray); level += 1) {
    checkLimit('treeDepth', level, 'the nesting of an array (or a cycle)');
    flat = flat.flat();
    checkLimit('arrayLength', flat.length, 'the length of a flattened array');
  }
  return flat;
}

/** Keys in their order; digits as keys are refused beside others, since a collection may sort them first. */
function orderedKeys(from: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(from);
  return keys.length > 1 && keys.some((key) => /^\d+$/.test(key))
    ? refuse('numeric-keys', keys.join(', '))
    : keys;
}

function toCollection(
  items: readonly unknown[],
  keyField: string,
  valueField: string,
): Record<string, unknown> {
  const entries = items.map((item): [string, unknown] => {
    if (!isCollection(item) || !Object.hasOwn(item, keyField) || !Object.hasOwn(item, valueField))
      return refuse('missing-key', `toCollection: ${keyField}, ${valueField}`);
    const key = item[keyField];
    return typeof key === 'string' && key !== '' ? [key, item[valueField]] : refuse('collection-key', key);
  });
  const keys = entries.map(([key]) => key);
  if (new Set(keys).size < keys.length) refuse('collection-key', 'the same key twice');
  return Object.fromEntries(entries);
}
