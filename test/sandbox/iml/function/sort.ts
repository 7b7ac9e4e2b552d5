import { isDeepStrictEqual } from 'node:util';
import { refuse } from '../refuse.ts';
import { isCollection, looksNumeric } from '../value.ts';
import { define, optional } from './define.ts';
import { foldAscii } from './letter-case.ts';
import { array, fieldName, filledText } from './parameter.ts';

const ORDERS = ['asc', 'desc', 'asc ci', 'desc ci'];

/** Putting items in order, and dropping repeated ones. */
export const SORT = [
  define(
    'sort',
    [array('array'), optional(filledText('order or key')), optional(filledText('key'))],
    (_, items, first, key) => {
      const isOrder = first !== undefined && ORDERS.includes(first);
      if (first !== undefined && key !== undefined && !isOrder)
        refuse('unknown-option', `sort: order ${first}`);
      return sorted(items, isOrder ? first : 'asc', isOrder ? key : first);
    },
  ),
  define('distinct', [array('array'), optional(fieldName('key'))], (_, items, key) => distinct(items, key)),
  define('deduplicate', [array('array')], (_, items) => distinct(items, undefined)),
];

interface Entry {
  readonly item: unknown;
  readonly place: number;
  readonly key: string | number;
}

function sorted(items: readonly unknown[], order: string, path: string | undefined): readonly unknown[] {
  const entries = items.map((item, place): Entry => ({ item, place, key: sortKey(item, path) }));
  if (new Set(entries.map((entry) => typeof entry.key)).size > 1) refuse('sort-mixed', items);
  if (entries.filter((entry) => typeof entry.key === 'string' && looksNumeric(entry.key)).length > 1)
    refuse('sort-numeric-texts', items);
  const ignoreCase = order.endsWith('ci');
  const direction = order.startsWith('desc') ? -1 : 1;
  return entries
    .sort((left, right) => compare(left, right, ignoreCase, direction))
    .map((entry) => entry.item);
}

/** Items that compare as equal but differ are refused, unless both code order and their own order put them the same. */
function compare(left: Entry, right: Entry, ignoreCase: boolean, direction: number): number {
  const folded = ignoreCase ? direction * byValue(fold(left.key), fold(right.key)) : 0;
  if (folded !== 0) return folded;
  const found = direction * byValue(left.key, right.key);
  const placed = byValue(left.place, right.place);
  if (ignoreCase ? found !== placed : found === 0)
    return isDeepStrictEqual(left.item, right.item) ? placed : refuse('sort-tie', left.key);
  return found;
}

const byValue = (left: string | number, right: string | number) => (left < right ? -1 : left > right ? 1 : 0);
const fold = (key: string | number) => (typeof key === 'string' ? foldAscii(key) : key);

function sortKey(item: unknown, path: string | undefined): string | number {
  let value = item;
  for (const name of path?.split('.') ?? [])
    value =
      isCollection(value) && Object.hasOwn(value, name)
        ? value[name]
        : refuse('missing-key', `sort: ${path}`);
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string' && /[^\0-\x7f]/.test(value)) refuse('sort-non-ascii', value);
  return typeof value === 'string' || typeof value === 'number' ? value : refuse('sort-value', value);
}

/** Answered only where keeping the first and keeping the last of equal items give the same. */
function distinct(items: readonly unknown[], key: string | undefined): readonly unknown[] {
  const kept = keepFirst(items, key);
  const keptLast = keepFirst(items.toReversed(), key).toReversed();
  return isDeepStrictEqual(kept, keptLast) ? kept : refuse('distinct-order', items);
}

function keepFirst(items: readonly unknown[], key: string | undefined): unknown[] {
  const seen = new Map<string, unknown>();
  return items.filter((item) => {
    const value = key === undefined ? item : distinctKey(item, key);
    if (typeof value !== 'string' && typeof value !== 'number') return refuse('distinct-value', value);
    const known = seen.get(String(value));
    if (known !== undefined && typeof known !== typeof value) refuse('distinct-value', value);
    seen.set(String(value), value);
    return known === undefined;
  });
}

function distinctKey(item: unknown, key: string): unknown {
  return isCollection(item) && Object.hasOwn(item, key)
    ? item[key]
    : refuse('missing-key', `distinct: ${key}`);
}
