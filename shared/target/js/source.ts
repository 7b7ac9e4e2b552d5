import { namedPath } from '../../language/named-path.ts';
import type { Type } from '../../language/type.ts';
import type { Visitor } from '../../language/visitor.ts';
import type { SourceKind } from '../kind-group.ts';
import { compileQuery } from '../soql/compile.ts';
import { compileText } from './fill.ts';
import { isAlwaysText } from './known-type.ts';
import type { Evaluate, Place } from './place.ts';
import { remembered } from './remember.ts';
import { localTime } from './text/local-time.ts';
import { addDecimals } from './text/number.ts';
import { asDay, asInstant, dayOf, daysBetween, minuteOf, periodStartOf, weekdayOf } from './time.ts';
import { asList, asText, isThere, pathReader, read } from './value.ts';

/** Milliseconds of a day. */
const DAY = 86_400_000;

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
  'child-field': ({ relationship, position, path }) => {
    const find = pathReader(path);
    return ({ record }) => find(asList(read(record, relationship))[position]);
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
  'local-day': (node, place) => {
    const value = place.value(node.value, 'value');
    const zone = place.text(node.zone, 'zone');
    const begins = node.begins && place.number(node.begins, 'begins');
    return (scope) => {
      const instant = asInstant(value(scope));
      const name = zone(scope);
      if (instant === undefined || name === undefined) return undefined;
      return localTime(instant - (begins?.(scope) ?? 0) * 60_000, name).day;
    };
  },
  'local-minute': (node, place) => {
    const value = place.value(node.value, 'value');
    const zone = place.text(node.zone, 'zone');
    return (scope) => {
      const instant = asInstant(value(scope));
      const name = zone(scope);
      return instant === undefined || name === undefined ? undefined : localTime(instant, name).minute;
    };
  },
  'clock-minute': (node, place) => {
    const value = place.text(node.value, 'value');
    return (scope) => minuteOf(value(scope));
  },
  weekday: (node, place) => {
    const value = place.value(node.value, 'value');
    return (scope) => {
      const day = asDay(value(scope));
      return day === undefined ? undefined : weekdayOf(day);
    };
  },
  'shift-days': (node, place) => {
    const value = place.value(node.value, 'value');
    const days = place.number(node.days, 'days');
    const sign = node.direction === 'before' ? -1 : 1;
    const from = node.type === 'date' ? (day: unknown) => asInstant(`${asDay(day)}T00:00:00Z`) : asInstant;
    return (scope) => {
      const start = from(value(scope));
      const count = days(scope);
      if (start === undefined || count === undefined) return undefined;
      const shifted = start + sign * count * DAY;
      return node.type === 'date' ? dayOf(shifted) : new Date(shifted).toISOString();
    };
  },
  'period-start': (node, place) => {
    const value = place.value(node.value, 'value');
    return (scope) => {
      const day = asDay(value(scope));
      return day === undefined ? undefined : periodStartOf(day, node.unit);
    };
  },
  turn: (node, place) => {
    const items = place.list(node.list, 'list');
    const since = place.value(node.since, 'since');
    const today = place.value(node.today, 'today');
    const days = place.number(node.days, 'days');
    return (scope) => {
      const [first, last] = [asDay(since(scope)), asDay(today(scope))];
      const [all, length] = [items(scope), days(scope)];
      if (first === undefined || last === undefined || length === undefined) return all[0];
      return all[Math.floor(Math.max(0, daysBetween(first, last)) / length) % all.length];
    };
  },
  'query-text': (node, place) => compileText(compileQuery(node.query), place),
};

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
