import { namedPath } from '../../language/named-path.ts';
import type { Type } from '../../language/type.ts';
import type { Visitor } from '../../language/visitor.ts';
import type { SourceKind } from '../kind-group.ts';
import { compileQuery } from '../soql/compile.ts';
import { compileText } from './fill.ts';
import { isAlwaysText } from './known-type.ts';
import type { Evaluate, Place } from './place.ts';
import { remembered } from './remember.ts';
import { addDecimals } from './text/number.ts';
import { asInstant, dayOf } from './time.ts';
import { asList, asText, isThere, pathReader, read } from './value.ts';

/** Where values come from. */
export const source: Pick<Visitor<Evaluate, Place>, SourceKind> = {
  field: ({ path, type }) => {
    const find = pathReader(path);
    return typed(type, ({ record }) => find(record));
  },
  'named-field': (node) => {
    const nameOf = pathReader([node.parameter]);
    const readerOf = remembered((name: string | undefined) => {
      const path = namedPath(node, name);
      return path === undefined ? () => undefined : pathReader(path);
    });
    return ({ parameters, record }) => readerOf(asText(nameOf(parameters)))(record);
  },
  'item-field': ({ path }) => {
    const find = pathReader(path);
    return ({ item }) => find(item);
  },
  parameter: ({ type, name }) => {
    const find = pathReader([name]);
    return typed(type, ({ parameters }) => find(parameters));
  },
  literal:
    ({ value }) =>
    () =>
      value,
  now: () => (scope) => new Date(scope.now).toISOString(),
  note: ({ type, name, path }) => {
    const find = pathReader([name, ...path]);
    return typed(type, ({ notes }) => find(notes));
  },
  answer: ({ type, path }) => {
    const find = pathReader(path);
    return typed(type, ({ answer }) => find(answer));
  },
  property: (node, place) => {
    const record = place.value(node.record, 'record');
    const name = place.text(node.name, 'name');
    const readerOf = remembered((path: string) => pathReader(path.split('.')));
    return (scope) => {
      const path = name(scope);
      return path === undefined ? undefined : readerOf(path)(record(scope));
    };
  },
  'entry-stamp':
    ({ history }) =>
    ({ record }) => {
      const left = asInstant(read(asList(record[history])[0], 'CreatedDate'));
      return left === undefined ? 'new' : dayOf(left).replaceAll('-', '') + timeDigits(left);
    },
  fallback: (node, place) => {
    if (isAlwaysText(node))
      return firstText(node.values.map((each, at) => place.text(each, `values[${at}]`)));
    const values = node.values.map((each, at) => place.value(each, `values[${at}]`));
    const given = node.type === 'list' ? (value: unknown) => asList(value).length > 0 : isThere;
    const nothing = node.type === 'list' ? [] : undefined;
    return (scope) => {
      for (const each of values) {
        const value = each(scope);
        if (given(value)) return value;
      }
      return nothing;
    };
  },
  choose: (node, place) => {
    const read = isAlwaysText(node) ? place.text : place.value;
    const branches = node.branches.map(({ when, value }, at) => ({
      holds: place.condition(when, `branches[${at}].when`),
      value: read(value, `branches[${at}].value`),
    }));
    const otherwise = read(node.otherwise, 'otherwise');
    return (scope) => {
      for (const { holds, value } of branches) if (holds(scope)) return value(scope);
      return otherwise(scope);
    };
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

/** The first of the texts that is there. */
function firstText(texts: readonly Evaluate<string | undefined>[]): Evaluate {
  const [first, second] = texts;
  if (first !== undefined && second !== undefined && texts.length === 2)
    return (scope) => first(scope) ?? second(scope);
  return (scope) => {
    for (const text of texts) {
      const found = text(scope);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** A list is never missing, only empty. */
function typed(type: Type, read: Evaluate): Evaluate {
  return type === 'list' ? (scope) => asList(read(scope)) : read;
}
