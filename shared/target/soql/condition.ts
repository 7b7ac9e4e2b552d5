import { NotExpressibleError } from '../../error.ts';
import { InvalidTreeError } from '../../language/invalid-tree-error.ts';
import type { AndNode } from '../../language/node/and.ts';
import type { CompareNode } from '../../language/node/compare.ts';
import { field } from '../../language/node/field.ts';
import { literal } from '../../language/node/literal.ts';
import type { Condition, Expression } from '../../language/node/node.ts';
import type { OrNode } from '../../language/node/or.ts';
import { type ConditionVisitor, visit } from '../../language/visitor.ts';
import { entryWindow } from './entry-window.ts';
import { fieldPath, isField, joined, type Parts, readsRecord, typedHole, valueHole } from './operand.ts';

interface Place {
  readonly path: string;
  readonly negated: boolean;
  /** The condition is one of several, so what has more than one part is put in parentheses. */
  readonly nested: boolean;
}

type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * A condition as the inside of a WHERE clause. Negations are pushed down to single comparisons, each of which says
 * what becomes of an empty field, since a missing value differs from everything. A `choose` picks what is asked by
 * inputs; `true` and `false` in one ask for every record and for none. Throws NotExpressibleError.
 */
export function compileWhere(condition: Condition, path: string): Parts {
  return say(condition, { path, negated: false, nested: false });
}

function say(condition: Condition, place: Place): Parts {
  return visit(visitor, condition, place, place.path);
}

const visitor: ConditionVisitor<Parts, Place> = {
  and: group,
  or: group,
  not: (node, { path, negated, nested }) =>
    say(node.condition, { path: `${path}.condition`, negated: !negated, nested }),
  field: (node, { path, negated }) => [...fieldPath(node, path), negated ? ' != true' : ' = true'],
  'named-field': (node, { path, negated }) => [...fieldPath(node, path), negated ? ' != true' : ' = true'],
  compare: (node, { path, negated }) => {
    if (node.left.type !== node.right.type)
      throw new InvalidTreeError(
        'compare',
        path,
        `${node.left.type} cannot be compared with ${node.right.type}`,
      );
    return isField(node.right) && !isField(node.left)
      ? comparison(node.right, MIRRORED[node.operator], node.left, negated, path)
      : comparison(node.left, OPERATOR[node.operator], node.right, negated, path);
  },
  between: (node, { path, negated }) => {
    const field = fieldPath(node.value, `${path}.value`);
    const low = typedHole(node.low, `${path}.low`);
    const high = typedHole(node.high, `${path}.high`);
    return range(field, low, high, negated);
  },
  in: (node, { path, negated }) => {
    const as = node.value.type === 'number' ? 'numbers' : 'texts';
    const list = valueHole(node.list, as, `${path}.list`);
    return [...fieldPath(node.value, `${path}.value`), negated ? ' NOT IN (' : ' IN (', list, ')'];
  },
  match: (node, { path, negated }) => {
    const field = fieldPath(node.value, `${path}.value`);
    const search = valueHole(node.search, 'like', `${path}.search`);
    const open = node.operator === 'starts' ? " LIKE '" : " LIKE '%";
    const like = [...field, open, search, node.operator === 'ends' ? "'" : "%'"];
    return negated ? ['((NOT ', ...like, ') OR ', ...field, ' = null)'] : like;
  },
  exists: (node, { path, negated }) => [
    ...fieldPath(node.value, `${path}.value`),
    negated ? ' = null' : ' != null',
  ],
  'relative-date': (node, { path, negated }) => {
    const field = fieldPath(node.value, `${path}.value`);
    const ago = valueHole(node.days, 'days-ago', `${path}.days`);
    if (node.span === 'before-last')
      return negated ? ['(', ...field, ' >= ', ago, ' OR ', ...field, ' = null)'] : [...field, ' < ', ago];
    if (node.span === 'last')
      return range(field, ago, { value: literal('number', 0), as: 'days-ago' }, negated);
    const ahead = valueHole(node.days, 'days-ahead', `${path}.days`);
    return range(field, { value: literal('number', 1), as: 'days-ahead' }, ahead, negated);
  },
  fiscal: (node, { path, negated }) => {
    const field = fieldPath(node.value, `${path}.value`);
    const period = node.period === 'quarter' ? 'THIS_FISCAL_QUARTER' : 'THIS_FISCAL_YEAR';
    if (!negated) return [...field, ` = ${period}`];
    return ['(', ...field, ` < ${period} OR `, ...field, ` > ${period} OR `, ...field, ' = null)'];
  },
  entered: (node, { path, negated, nested }) => {
    if (negated)
      return refuse(node, path, 'a query cannot ask for what did not happen', 'Ask for the state.');
    const state = [...fieldPath(field('text', node.path.join('.')), path), ' IN ('];
    const inState = [...state, valueHole(node.states, 'texts', `${path}.states`), ')'];
    if (!node.since && !node.until) return inState;
    const entry = [...inState, ' AND ', ...entryWindow(node, path)];
    return nested ? ['(', ...entry, ')'] : entry;
  },
  'in-query': ({ value, query }, { path, negated }) => [
    ...fieldPath(value, `${path}.value`),
    `${negated ? ' NOT' : ''} IN (SELECT `,
    ...fieldPath(query.select, `${path}.query.select`),
    ` FROM ${query.from} WHERE `,
    ...compileWhere(query.where, `${path}.query.where`),
    ')',
  ],
  choose: (node, { path, negated }) => {
    const { branches, otherwise } = node;
    if (branches.some(({ when }) => readsRecord(when)))
      return refuse(
        node,
        path,
        'a query asks the same of every record',
        'Choose by inputs, or say it with `and` and `or`.',
      );
    const chosen = (value: Condition, key: string) =>
      value.kind === 'literal'
        ? [(value.value === true) === negated ? 'Id = null' : 'Id != null']
        : say(value, { path: `${path}.${key}`, negated, nested: true });
    const cases = branches.map(({ when, value }, at) => ({
      when,
      parts: chosen(value as Condition, `branches[${at}].value`),
    }));
    return [{ cases, otherwise: chosen(otherwise as Condition, 'otherwise') }];
  },
  changed: (node, { path }) =>
    refuse(
      node,
      path,
      'a query does not know which fields a change touched',
      'Check it on the change itself.',
    ),
  includes: (node, { path }) =>
    refuse(
      node,
      path,
      'a query cannot look into a list',
      'Compare a field, or check the record once it is read.',
    ),
  'item-field': (node, { path }) => refuseValue(node, path),
  'child-field': (node, { path }) => refuseValue(node, path),
  turn: (node, { path }) => refuseValue(node, path),
  parameter: (node, { path }) => refuseValue(node, path),
  literal: (node, { path }) => refuseValue(node, path),
  note: (node, { path }) => refuseValue(node, path),
  answer: (node, { path }) => refuseValue(node, path),
  property: (node, { path }) => refuseValue(node, path),
  'item-at': (node, { path }) => refuseValue(node, path),
  fallback: (node, { path }) => refuseValue(node, path),
};

const OPERATOR: { readonly [O in CompareNode['operator']]: Operator } = {
  equal: '=',
  'not-equal': '!=',
  less: '<',
  'less-or-equal': '<=',
  greater: '>',
  'greater-or-equal': '>=',
};

const MIRRORED: typeof OPERATOR = {
  ...OPERATOR,
  less: '>',
  'less-or-equal': '>=',
  greater: '<',
  'greater-or-equal': '<=',
};

const OPPOSITE: { readonly [O in Operator]: Operator } = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

function comparison(
  left: Expression,
  operator: Operator,
  right: Expression,
  negated: boolean,
  path: string,
): Parts {
  const field = fieldPath(left, path);
  const value = typedHole(right, path);
  if (!negated) return [...field, ` ${operator} `, value];
  const opposite = [...field, ` ${OPPOSITE[operator]} `, value];
  return operator === '=' || operator === '!=' ? opposite : ['(', ...opposite, ' OR ', ...field, ' = null)'];
}

function range(field: Parts, low: Parts[number], high: Parts[number], negated: boolean): Parts {
  return negated
    ? ['(', ...field, ' < ', low, ' OR ', ...field, ' > ', high, ' OR ', ...field, ' = null)']
    : ['(', ...field, ' >= ', low, ' AND ', ...field, ' <= ', high, ')'];
}

function group(node: AndNode | OrNode, { path, negated, nested }: Place): Parts {
  if (node.conditions.length === 0) throw new InvalidTreeError(node.kind, path, 'it holds no condition');
  const several = node.conditions.length > 1;
  const parts = node.conditions.map((each, at) =>
    say(each, { path: `${path}.conditions[${at}]`, negated, nested: nested || several }),
  );
  const all = joined(parts, (node.kind === 'and') !== negated ? ' AND ' : ' OR ');
  return several && nested ? ['(', ...all, ')'] : all;
}

function refuseValue(node: Expression, path: string): never {
  return refuse(node, path, 'a query needs a field to compare', 'Compare a field of the object with it.');
}

function refuse(node: Expression, path: string, reason: string, instead: string): never {
  throw new NotExpressibleError('soql', node.kind, path, reason, instead);
}
