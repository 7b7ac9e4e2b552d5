import type { CollectNode } from '../../language/node/collect.ts';
import type { Expression } from '../../language/node/node.ts';
import type { Visitor } from '../../language/visitor.ts';
import type { ListKind } from '../kind-group.ts';
import { itemNeeded } from './item-needed.ts';
import type { Evaluate, Place } from './place.ts';
import type { Scope } from './scope.ts';
import { asText, isThere, read } from './value.ts';

/** Lists, and texts made of them. */
export const list: Pick<Visitor<Evaluate, Place>, ListKind> = {
  join: (node, place) => {
    const items = place.list(node.list, 'list');
    return (scope) => {
      let joined: string | undefined;
      for (const item of items(scope)) {
        const text = asText(item);
        if (text === undefined) continue;
        joined = (joined === undefined ? '' : joined + node.separator) + node.prefix + text;
      }
      return joined;
    };
  },
  rows: (node, place) => {
    const items = place.list(node.list, 'list');
    const row = place.text(node.row, 'row');
    const more = place.text(node.more, 'more');
    return (scope) => {
      const all = items(scope);
      const inside: { -readonly [Key in keyof Scope]: Scope[Key] } = { ...scope };
      let lines: string | undefined;
      for (let at = 0; at < all.length && at <= node.limit; at += 1) {
        inside.item = all[at];
        const line = at < node.limit ? row(inside) : more(scope);
        if (line !== undefined) lines = lines === undefined ? line : `${lines}\n${line}`;
      }
      return lines;
    };
  },
  each: (node, place) => {
    const items = place.list(node.list, 'list');
    const item = place.template(node.item, 'item');
    return (scope) =>
      items(scope)
        .slice(0, node.limit)
        .map((row) => item({ ...scope, item: row }));
  },
  append: (node, place) => {
    const lists = node.lists.map((list, at) => place.list(list, `lists[${at}]`));
    return (scope) => lists.flatMap((list) => list(scope));
  },
  collect: (node, place) => {
    const entries = node.entries.map(({ when, value }, at) => ({
      holds: place.condition(when, `entries[${at}].when`),
      value: place.value(value, `entries[${at}].value`),
      position: (itemNeeded(when) ?? itemNeeded(value))?.position ?? -1,
    }));
    const source = listNeeded(node);
    const items = source && place.list(source, 'entries');
    return (scope) => {
      const count = items === undefined ? Number.POSITIVE_INFINITY : items(scope).length;
      const values: unknown[] = [];
      for (const { holds, value, position } of entries) {
        if (position >= count || !holds(scope)) continue;
        const found = value(scope);
        if (isThere(found)) values.push(found);
      }
      return values;
    };
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
  earliest: (node, place) => {
    const items = place.list(node.list, 'list');
    return (scope) => items(scope).map(asText).filter(isThere).toSorted()[0];
  },
  length: (node, place) => {
    const items = place.list(node.list, 'list');
    return (scope) => items(scope).length;
  },
};

/** The list of which every entry needs an item, so that what lies past its end need not be looked at. */
function listNeeded({ entries }: CollectNode): Expression | undefined {
  const lists = entries.map(({ when, value }) => (itemNeeded(when) ?? itemNeeded(value))?.list);
  const [first] = lists;
  const written = JSON.stringify(first);
  return lists.every((list) => JSON.stringify(list) === written) ? first : undefined;
}
