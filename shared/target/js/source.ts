import { namedPath } from '../../language/named-path.ts';
import type { Type } from '../../language/type.ts';
import type { Visitor } from '../../language/visitor.ts';
import { compileQuery } from '../soql/compile.ts';
import { compileText } from './fill.ts';
import type { Evaluate, Place } from './place.ts';
import { addDecimals } from './text/number.ts';
import { asInstant, dayOf } from './time.ts';
import { asList, asText, isThere, read, readPath } from './value.ts';

type Kinds =
  | 'field'
  | 'named-field'
  | 'item-field'
  | 'parameter'
  | 'literal'
  | 'now'
  | 'note'
  | 'answer'
  | 'property'
  | 'entry-stamp'
  | 'fallback'
  | 'choose'
  | 'add'
  | 'epoch-seconds'
  | 'query-text';

/** Where values come from. */
export const source: Pick<Visitor<Evaluate, Place>, Kinds> = {
  field: ({ path, type }) => {
    const [only, ...further] = path;
    if (type === 'list') return ({ record }) => asList(readPath(record, path));
    if (only !== undefined && further.length === 0) return ({ record }) => read(record, only);
    return ({ record }) => readPath(record, path);
  },
  'named-field': (node) => (scope) => {
    const path = namedPath(node, asText(read(scope.parameters, node.parameter)));
    return path === undefined ? undefined : readPath(scope.record, path);
  },
  'item-field':
    ({ path }) =>
    (scope) =>
      readPath(scope.item, path),
  parameter: ({ type, name }) => typed(type, (scope) => read(scope.parameters, name)),
  literal:
    ({ value }) =>
    () =>
      value,
  now: () => (scope) => new Date(scope.now).toISOString(),
  note: ({ type, name, path }) => typed(type, (scope) => readPath(read(scope.notes, name), path)),
  answer: ({ type, path }) => typed(type, (scope) => readPath(scope.answer, path)),
  property: (node, place) => {
    const record = place.value(node.record, 'record');
    const name = place.text(node.name, 'name');
    return (scope) => {
      const path = name(scope);
      return path === undefined ? undefined : readPath(record(scope), path.split('.'));
    };
  },
  'entry-stamp':
    ({ history }) =>
    ({ record }) => {
      const left = asInstant(read(asList(record[history])[0], 'CreatedDate'));
      return left === undefined ? 'new' : dayOf(left).replaceAll('-', '') + timeDigits(left);
    },
  fallback: (node, place) => {
    const values = node.values.map((each, at) => place.value(each, `values[${at}]`));
    const given = node.type === 'list' ? (value: unknown) => asList(value).length > 0 : isThere;
    return (scope) => {
      for (const each of values) {
        const value = each(scope);
        if (given(value)) return value;
      }
      return node.type === 'list' ? [] : undefined;
    };
  },
  choose: (node, place) => {
    const branches = node.branches.map(({ when, value }, at) => ({
      holds: place.condition(when, `branches[${at}].when`),
      value: place.value(value, `branches[${at}].value`),
    }));
    const otherwise = place.value(node.otherwise, 'otherwise');
    return (scope) => (branches.find(({ holds }) => holds(scope))?.value ?? otherwise)(scope);
  },
  add: (node, place) => {
    const left = place.number(node.left, 'left');
    const right = place.number(node.right, 'right');
    return (scope) => addDecimals(left(scope) ?? 0, right(scope) ?? 0);
  },
  'epoch-seconds': (node, place) => {
    const value = place.value(node.value, 'value');
    return (scope) => {
      const instant = asInstant(value(scope));
      return instant === undefined ? undefined : Math.floor(instant / 1000);
    };
  },
  'query-text': (node, place) => compileText(compileQuery(node.query), place),
};

function timeDigits(instant: number): string {
  return new Date(instant).toISOString().slice(11, 19).replaceAll(':', '');
}

/** A list is never missing, only empty. */
function typed(type: Type, read: Evaluate): Evaluate {
  return type === 'list' ? (scope) => asList(read(scope)) : read;
}
