import { type CollectNode, collect } from '../../language/node/collect.ts';
import { join } from '../../language/node/join.ts';
import { literal } from '../../language/node/literal.ts';
import type { Expression } from '../../language/node/node.ts';
import type { Visitor } from '../../language/visitor.ts';
import type { ListKind } from '../kind-group.ts';
import { EMPTY, guessed, iml, known, MISSING, mergedLists, name, type Piece, total } from './piece.ts';
import type { Place } from './place.ts';
import { isThere } from './presence.ts';
import { treeOf } from './template.ts';

/** Lists, and texts made of them. A piece of type list is always a list. */
export const list: Pick<Visitor<Piece, Place>, ListKind> = {
  join: (node, place) => {
    const items = place.hold(place.print(node.list, 'list'));
    const text = iml`join(${items}, ${node.separator + node.prefix})`;
    if (node.prefix === '') return known(text, 'total');
    return known(iml`if(length(${items}) > 0, ${node.prefix} + ${text}, ${EMPTY})`, 'total');
  },
  rows: (node, place) => {
    const items = place.hold(place.print(node.list, 'list'));
    const lines = Array.from({ length: node.limit }, (_, index) => {
      const row = place.inItem(itemOf(items, index)).text(node.row, 'row');
      return iml`if(length(${items}) > ${index}, ${row}, ${EMPTY})`;
    });
    const more = iml`if(length(${items}) > ${node.limit}, ${place.text(node.more, 'more')}, ${EMPTY})`;
    return known(iml`join(${filled([...lines, more], 'text', place)}, ${name('newline')})`, 'total');
  },
  each: (node, place) => {
    const items = place.hold(place.print(node.list, 'list'));
    const rows = Array.from({ length: node.limit }, (_, index) =>
      treeOf(node.item, place.inItem(itemOf(items, index)), 'item'),
    );
    return known(iml`slice(${place.holdTree(rows)}, 0, length(${items}))`, 'there');
  },
  append: (node, place) => mergedLists(node.lists.map((list, index) => place.print(list, `lists[${index}]`))),
  collect: (node, place) => collected(node, place, false),
  distinct: (node, place) => {
    const { list } = node;
    if (list.kind === 'collect' && list.entries.every(({ value }) => value.type === 'text'))
      return collected(list, place, true);
    const reason = 'which of several equal items IML keeps is not documented';
    return place.refuse(node, reason, 'Make the list with `collect` out of texts.');
  },
  pluck: (node, place) => {
    const items = place.print(node.list, 'list');
    const { where, field } = node;
    if (where === undefined) return known(iml`map(${items}, ${field})`, 'there');
    const wanted = place.hold(wantedOf(where.values, place));
    const found = iml`map(${items}, ${field}, ${where.field}, ${wanted})`;
    return known(iml`if(${wanted}, ${found}, ${name('emptyarray')})`, 'there');
  },
  'item-at': (node, place) => {
    const items = place.hold(place.print(node.list, 'list'));
    const item = known(itemOf(items, node.position), 'any');
    return node.type === 'text' ? item : guessed(item);
  },
  earliest: (node, place) => {
    const items = place.hold(place.print(node.list, 'list'));
    return iml`if(length(${items}) > 0, get(sort(${items}, ${'asc'}), 1), ${MISSING})`;
  },
  length: (node, place) => known(iml`length(${place.print(node.list, 'list')})`, 'there'),
};

/** Values to filter by, as `map` takes them: joined by commas, empty when there is none. */
function wantedOf(values: readonly Expression<'text'>[], place: Place): Piece {
  const [only] = values;
  if (only !== undefined && values.length === 1) return place.text(only, 'where.values[0]');
  const all = values.map((value) => ({ when: literal('boolean', true), value }));
  return place.print(join(collect(all), ','), '');
}

function collected({ entries }: CollectNode, place: Place, isDistinct: boolean): Piece {
  const values = entries.map(({ when, value }, index) => {
    const holds = place.truth(when, `entries[${index}].when`);
    const key = `entries[${index}].value`;
    if (holds.text === 'true') return total(place.print(value, key));
    return iml`if(${holds}, ${total(place.under(holds).print(value, key))}, ${EMPTY})`;
  });
  const isText = entries.every(({ value }) => value.type === 'text');
  return filled(values, isText ? 'text' : 'number', place, isDistinct ? values : undefined);
}

/**
 * The values that are there, as a list. IML has no list of expressions: the values go into `temp`, then rows that mark
 * which of them count, then `map` picks those. With `keys` a value counts only if its key is not that of an earlier one.
 */
export function filled(
  values: readonly Piece[],
  type: Expression['type'],
  place: Place,
  keys: readonly Piece[] = [],
): Piece {
  if (values.length === 0) return known(iml`emptyarray`, 'there');
  const all = place.holdTree(values);
  const allKeys = keys.length === 0 ? all : place.holdTree(keys);
  const rows = values.map((_, index) => {
    const value = itemOf(all, index);
    const isFirst = iml`!(contains(slice(${allKeys}, 0, ${index}), ${itemOf(allKeys, index)}))`;
    const counts = isThere({ type } as Expression, value);
    const use = keys.length === 0 || index === 0 ? counts : iml`${counts} && ${isFirst}`;
    return { value: iml`ifempty(${value}, ${' '})`, use: iml`if(${use}, ${'yes'}, ${'no'})` };
  });
  return known(iml`map(${place.holdTree(rows)}, ${'value'}, ${'use'}, ${'yes'})`, 'there');
}

function itemOf(list: Piece, index: number): Piece {
  return { ...name(`${list.text}[${index + 1}]`, 'total', list.depth), isGuess: list.isGuess };
}
