import { and } from '../../language/node/and.ts';
import { type CompareNode, greaterOrEqual, less, lessOrEqual } from '../../language/node/compare.ts';
import type { EnteredNode } from '../../language/node/entered.ts';
import { exists } from '../../language/node/exists.ts';
import { fallback } from '../../language/node/fallback.ts';
import { field } from '../../language/node/field.ts';
import type { InNode } from '../../language/node/in.ts';
import { isIn } from '../../language/node/in.ts';
import type { LiteralNode } from '../../language/node/literal.ts';
import type { Condition, Expression } from '../../language/node/node.ts';
import { not } from '../../language/node/not.ts';
import { or } from '../../language/node/or.ts';
import type { Ordered } from '../../language/type.ts';
import type { Visitor } from '../../language/visitor.ts';
import { foldedOf, foldPiece, heldDay, isOneOf, keyOf } from './key.ts';
import { constant, iml, joined, known, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { isThere, whenThere } from './presence.ts';
import { todayNumber } from './time.ts';

type Kinds =
  | 'and'
  | 'or'
  | 'not'
  | 'compare'
  | 'between'
  | 'in'
  | 'match'
  | 'exists'
  | 'includes'
  | 'relative-date'
  | 'fiscal'
  | 'changed'
  | 'entered'
  | 'in-query';

const FALSE = constant(false);

/** What holds. Every piece is true or false and nothing else. */
export const condition: Pick<Visitor<Piece, Place>, Kinds> = {
  and: (node, place) => allOf(node.conditions, '&&', place),
  or: (node, place) => allOf(node.conditions, '||', place),
  not: (node, place) => negated(place.truth(node.condition, 'condition')),
  compare: (node, place) =>
    node.operator === 'not-equal'
      ? negated(compared(node, 'equal', place))
      : compared(node, node.operator, place),
  between: ({ value, low, high }, place) => {
    const [at, from, to] = [value, low, high] as readonly Expression<Ordered>[] as [
      Expression<Ordered>,
      Expression<Ordered>,
      Expression<Ordered>,
    ];
    return place.print(and(greaterOrEqual(at, from), lessOrEqual(at, to)), '');
  },
  in: (node, place) => {
    const isWritten = node.list.kind === 'literal' && Array.isArray(node.list.value);
    return isWritten ? inWritten(node, node.list, place) : inGiven(node, place);
  },
  match: (node, place) => {
    const search = foldedOf(node.search, 'search', place);
    const text = foldedOf(node.value, 'value', place).key;
    const part = search.key;
    const found = {
      contains: iml`contains(${text}, ${part})`,
      starts: iml`substring(${text}, 0, length(${part})) == ${part}`,
      ends: iml`if(length(${text}) < length(${part}), false, substring(${text}, length(${text}) - length(${part}), length(${text})) == ${part})`,
    }[node.operator];
    return certain(whenThere([[node.search, search.value]], found, FALSE));
  },
  exists: (node, place) =>
    certain(iml`if(${isThere(node.value, place.print(node.value, 'value'))}, true, false)`),
  includes: (node, place) => {
    const value = place.hold(place.print(node.value, 'value'));
    const found = iml`contains(${place.print(node.list, 'list')}, ${value})`;
    return certain(whenThere([[node.value, value]], found, FALSE));
  },
  'relative-date': (node, place) => {
    const { value, key: day } = heldDay(node.value, 'value', place);
    const days = place.hold(place.print(node.days, 'days'));
    const today = todayNumber(place);
    const first = todayNumber(place, iml`(0 - ${days})`);
    const holds = {
      last: iml`(${day} >= ${first} && ${day} <= ${today})`,
      next: iml`(${day} > ${today} && ${day} <= ${todayNumber(place, days)})`,
      'before-last': iml`${day} < ${first}`,
    }[node.span];
    const guards = [
      [node.value, value],
      [node.days, days],
    ] as const;
    return certain(whenThere(guards, holds, FALSE));
  },
  fiscal: (node, place) => {
    const { value, key: day } = heldDay(node.value, 'value', place);
    const start = name(place.roots.fiscalYearStartMonth);
    const months = node.period === 'quarter' ? 3 : 12;
    const period = (at: Piece) =>
      iml`floor((floor(${at} / 10000) * 12 + floor(${at} % 10000 / 100) - ${start}) / ${months})`;
    const same = iml`${period(day)} == ${period(place.hold(todayNumber(place)))}`;
    return certain(whenThere([[node.value, value]], same, FALSE));
  },
  changed: (node, place) =>
    place.refuse(
      node,
      'a module is not told what a change touched',
      'Filter on it where the change is noticed.',
    ),
  'in-query': (node, place) =>
    place.refuse(
      node,
      'a record does not hold the rows of another object',
      'Ask it in a query, which Salesforce answers.',
    ),
  entered: (node, place) =>
    place.print(and(isIn(field('text', node.path.join('.')), node.states), ...window(node)), ''),
};

/** When the state was entered, as conditions that the language has. A module has no change at hand. */
function window({ changedAt, since, until }: EnteredNode): readonly Condition[] {
  const created = field('instant', 'CreatedDate');
  const at = changedAt.length === 0 ? created : fallback(field('instant', changedAt.join('.')), created);
  return [
    ...(since === undefined ? [] : [or(not(exists(since)), greaterOrEqual(at, since))]),
    ...(until === undefined ? [] : [or(not(exists(until)), less(at, until))]),
  ];
}

const OPERATOR = {
  equal: name('=='),
  less: name('<'),
  'less-or-equal': name('<='),
  greater: name('>'),
  'greater-or-equal': name('>='),
} as const;

function compared(node: CompareNode, operator: keyof typeof OPERATOR, place: Place): Piece {
  if (node.right.kind === 'literal' && typeof node.right.value === 'string' && node.right.type === 'text')
    return node.right.value === '' ? FALSE : isOneOf(node.left, 'left', [node.right.value], place);
  const left = keyOf(node.left, 'left', place);
  const right = keyOf(node.right, 'right', place);
  const holds = iml`${left.key} ${OPERATOR[operator]} ${right.key}`;
  return certain(
    whenThere(
      [
        [left.node, left.value],
        [right.node, right.value],
      ],
      holds,
      FALSE,
    ),
  );
}

function inWritten(node: InNode, list: LiteralNode, place: Place): Piece {
  const items = [list.value].flat().filter((item) => item !== '' && item !== null);
  if (node.value.type === 'text' && items.length > 0)
    return isOneOf(node.value, 'value', items.map(String), place);
  const { value, key } = keyOf(node.value, 'value', place);
  const equals = items.map((item) => iml`${key} == ${Number(item)}`);
  const any = equals.length === 0 ? FALSE : joined(equals, '||');
  return certain(whenThere([[node.value, value]], any, FALSE));
}

/** Items of a list are compared as lines of one text, since IML cannot fold the items of a list. */
function inGiven(node: InNode, place: Place): Piece {
  const { value, key } = foldedOf(node.value, 'value', place);
  const newline = name('newline');
  const items = iml`join(${place.print(node.list, 'list')}, ${newline})`;
  const lines = place.hold(foldPiece(joined([newline, items, newline], '+')));
  const line = node.value.type === 'text' ? key : iml`toString(${key})`;
  const found = iml`contains(${lines}, ${joined([newline, line, newline], '+')})`;
  return certain(whenThere([[node.value, value]], found, FALSE));
}

function allOf(conditions: readonly Condition[], operator: '&&' | '||', place: Place): Piece {
  return certain(
    joined(
      conditions.map((each, index) => place.truth(each, `conditions[${index}]`)),
      operator,
    ),
  );
}

function negated(piece: Piece): Piece {
  return certain(iml`!(${piece})`);
}

function certain(piece: Piece): Piece {
  return known(piece, 'there');
}
