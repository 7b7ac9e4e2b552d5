import { refuse } from '../refuse.ts';
import { isCollection } from '../value.ts';
import { define, optional } from './define.ts';
import { array, fieldName, filledText } from './parameter.ts';

/** Reading one field of every item, or of those whose other field has one of the values listed. */
export const MAP = [
  define(
    'map',
    [
      array('array'),
      fieldName('key'),
      optional(fieldName('filter key')),
      optional(filledText('filter values')),
    ],
    (_, items, key, filterKey, filterValues) => {
      if (filterKey === undefined) return items.map((item) => fieldOf(item, key));
      if (filterValues === undefined) return refuse('argument-count', 'map with 3 arguments');
      const wanted = wantedValues(filterValues);
      const kept = items.filter((item) => {
        const value = fieldOf(item, filterKey);
        return typeof value === 'string' ? wanted.includes(value) : refuse('map-filter-value', value);
      });
      return kept.map((item) => fieldOf(item, key));
    },
  ),
];

function wantedValues(list: string): readonly string[] {
  const values = list.split(',');
  const open = values.some((value) => value === '' || value !== value.trim());
  return open ? refuse('map-filter-list', list) : values;
}

function fieldOf(item: unknown, key: string): unknown {
  if (!isCollection(item) || !Object.hasOwn(item, key) || item[key] === undefined)
    return refuse('missing-key', `map: ${key}`);
  const value = item[key];
  return typeof value === 'object' ? refuse('map-value', `map: ${key}`) : value;
}
