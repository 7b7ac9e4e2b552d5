import type { Visitor } from '../../language/visitor.ts';
import type { Evaluate, Place } from './place.ts';
import { asText, isThere, read } from './value.ts';

type Kinds = 'join' | 'rows' | 'collect' | 'distinct' | 'pluck' | 'item-at' | 'length';

/** Lists, and texts made of them. */
export const list: Pick<Visitor<Evaluate, Place>, Kinds> = {
  join: (node, place) => {
    const items = place.list(node.list, 'list');
    return (scope) =>
      items(scope)
        .map(asText)
        .filter((item) => item !== undefined)
        .map((item) => node.prefix + item)
        .join(node.separator);
  },
  rows: (node, place) => {
    const items = place.list(node.list, 'list');
    const row = place.text(node.row, 'row');
    const more = place.text(node.more, 'more');
    return (scope) => {
      const all = items(scope);
      const lines = all.slice(0, node.limit).map((item) => row({ ...scope, item }));
      if (all.length > node.limit) lines.push(more(scope));
      return lines.filter((line) => line !== undefined).join('\n');
    };
  },
  collect: (node, place) => {
    const entries = node.entries.map(({ when, value }, at) => ({
      holds: place.condition(when, `entries[${at}].when`),
      value: place.value(value, `entries[${at}].value`),
    }));
    return (scope) =>
      entries
        .filter(({ holds }) => holds(scope))
        .map(({ value }) => value(scope))
        .filter(isThere);
  },
  distinct: (node, place) => {
    const items = place.list(node.list, 'list');
    return (scope) => [...new Set(items(scope))];
  },
  pluck: (node, place) => {
    const items = place.list(node.list, 'list');
    const { field, where } = node;
    if (where === undefined)
      return (scope) =>
        items(scope)
          .map((item) => read(item, field))
          .filter(isThere);
    const values = where.values.map((value, at) => place.text(value, `where.values[${at}]`));
    return (scope) => {
      const chosen = new Set(values.map((value) => value(scope)));
      chosen.delete(undefined);
      return items(scope)
        .filter((item) => chosen.has(asText(read(item, where.field))))
        .map((item) => read(item, field))
        .filter(isThere);
    };
  },
  'item-at': (node, place) => {
    const items = place.list(node.list, 'list');
    return (scope) => items(scope)[node.position];
  },
  length: (node, place) => {
    const items = place.list(node.list, 'list');
    return (scope) => items(scope).length;
  },
};
