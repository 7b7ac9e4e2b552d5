import { NotExpressibleError } from '../../error.ts';
import type { CompareNode } from '../../language/node/compare.ts';
import type { Expression } from '../../language/node/node.ts';
import type { Type } from '../../language/type.ts';
import type { Visitor } from '../../language/visitor.ts';
import { holdsText } from './holds-text.ts';
import type { Evaluate, Place } from './place.ts';
import { foldCase, isSameText } from './text/fold-case.ts';
import { asDay, asInstant } from './time.ts';
import { asList, asNumber, asText, isThere } from './value.ts';

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
  | 'in-query';

type Key = string | number | undefined;

/** What holds. */
export const condition: Pick<Visitor<Evaluate<boolean>, Place>, Kinds> = {
  and: (node, place) => {
    const all = node.conditions.map((each, at) => place.condition(each, `conditions[${at}]`));
    return (scope) => all.every((holds) => holds(scope));
  },
  or: (node, place) => {
    const any = node.conditions.map((each, at) => place.condition(each, `conditions[${at}]`));
    return (scope) => any.some((holds) => holds(scope));
  },
  not: (node, place) => {
    const holds = place.condition(node.condition, 'condition');
    return (scope) => !holds(scope);
  },
  compare: (node, place) => {
    if (node.left.type === 'text' && (node.operator === 'equal' || node.operator === 'not-equal')) {
      const left = place.text(node.left, 'left');
      const right = place.text(node.right, 'right');
      const isEqual = node.operator === 'equal';
      return (scope) => {
        const one = left(scope);
        const other = right(scope);
        return (one !== undefined && other !== undefined && isSameText(one, other)) === isEqual;
      };
    }
    const left = keyOf(node.left, place, 'left');
    const right = keyOf(node.right, place, 'right');
    const holds = COMPARISON[node.operator];
    return (scope) => holds(left(scope), right(scope));
  },
  between: (node, place) => {
    const value = keyOf(node.value, place, 'value');
    const low = keyOf(node.low, place, 'low');
    const high = keyOf(node.high, place, 'high');
    return (scope) => {
      const found = value(scope);
      return (
        COMPARISON['greater-or-equal'](found, low(scope)) && COMPARISON['less-or-equal'](found, high(scope))
      );
    };
  },
  in: (node, place) => {
    const list = place.list(node.list, 'list');
    if (node.value.type === 'text') {
      const text = place.text(node.value, 'value');
      if (node.list.kind === 'literal') {
        const folded = new Set(asList(node.list.value).map((item) => foldCase(asText(item) ?? '')));
        return (scope) => {
          const found = text(scope);
          return found !== undefined && folded.has(foldCase(found));
        };
      }
      return (scope) => holdsText(list(scope), text(scope));
    }
    const value = keyOf(node.value, place, 'value');
    const key = KEY[node.value.type];
    return (scope) => {
      const found = value(scope);
      return found !== undefined && list(scope).some((item) => key(item) === found);
    };
  },
  match: (node, place) => {
    const value = keyOf(node.value, place, 'value');
    const search = keyOf(node.search, place, 'search');
    const holds = MATCH[node.operator];
    return (scope) => {
      const text = value(scope);
      const part = search(scope);
      return typeof text === 'string' && typeof part === 'string' && holds(text, part);
    };
  },
  exists: (node, place) => {
    if (node.value.type === 'list') {
      const list = place.list(node.value, 'value');
      return (scope) => list(scope).length > 0;
    }
    const value = place.value(node.value, 'value');
    return (scope) => isThere(value(scope));
  },
  includes: (node, place) => {
    const list = place.list(node.list, 'list');
    const value = place.value(node.value, 'value');
    return (scope) => {
      const found = value(scope);
      return isThere(found) && list(scope).includes(found);
    };
  },
  'in-query': (node, { path }) => {
    throw new NotExpressibleError(
      'js',
      node.kind,
      path,
      'a record does not hold the rows of another object',
      'Ask it in a query, which Salesforce answers.',
    );
  },
};

/** What values of a type are compared by; undefined for a missing one. */
const KEY: { readonly [T in Type]: (value: unknown) => Key } = {
  text: (value) => {
    const text = asText(value);
    return text === undefined ? undefined : foldCase(text);
  },
  number: asNumber,
  boolean: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
  date: asDay,
  instant: asInstant,
  list: (value) => asList(value).length,
};

const COMPARISON: { readonly [O in CompareNode['operator']]: (left: Key, right: Key) => boolean } = {
  equal: (left, right) => left !== undefined && left === right,
  'not-equal': (left, right) => left === undefined || left !== right,
  less: (left, right) => left !== undefined && right !== undefined && left < right,
  'less-or-equal': (left, right) => left !== undefined && right !== undefined && left <= right,
  greater: (left, right) => left !== undefined && right !== undefined && left > right,
  'greater-or-equal': (left, right) => left !== undefined && right !== undefined && left >= right,
};

const MATCH = {
  contains: (text: string, part: string) => text.includes(part),
  starts: (text: string, part: string) => text.startsWith(part),
  ends: (text: string, part: string) => text.endsWith(part),
};

function keyOf(node: Expression, place: Place, segment: string): Evaluate<Key> {
  const key = KEY[node.type];
  const read = place.value(node, segment);
  if (node.kind !== 'literal') return (scope) => key(read(scope));
  const constant = key(node.value);
  return () => constant;
}
