import type { Expression } from '../../language/node/node.ts';
import type { Visitor } from '../../language/visitor.ts';
import type { FormatKind } from '../kind-group.ts';
import type { Evaluate, Place } from './place.ts';
import { localeText } from './text/locale.ts';
import { writeMoney, writeNumber } from './text/number.ts';
import { writeDateToken, writeDay, writeDuration, writeInstant, writeStamp } from './text/time.ts';
import { asDay, asInstant } from './time.ts';

/** Numbers and times in words. */
export const format: Pick<Visitor<Evaluate, Place>, FormatKind> = {
  money: (node, place) => {
    const amount = place.number(node.amount, 'amount');
    const currency = place.text(node.currency, 'currency');
    return (scope) => {
      const found = amount(scope);
      return found === undefined ? undefined : writeMoney(found, currency(scope), scope.locale);
    };
  },
  number: (node, place) =>
    mapWith(place.number(node.value, 'value'), (value, locale) => writeNumber(value, node.decimals, locale)),
  percent: (node, place) =>
    mapWith(
      place.number(node.value, 'value'),
      (value, locale) => writeNumber(value, 0, locale) + localeText(locale).percent,
    ),
  plural: (node, place) => {
    const count = place.number(node.count, 'count');
    return (scope) => {
      const found = count(scope) ?? 0;
      return `${writeNumber(found, 0, scope.locale)} ${found === 1 ? node.one : node.other}`;
    };
  },
  'date-text': (node, place) => mapWith(day(node.value, place), writeDay),
  'instant-text': (node, place) => mapWith(instant(node.value, place), writeInstant),
  'date-token': (node, place) =>
    mapWith(instant(node.value, place), (value, locale) => writeDateToken(value, node.style, locale)),
  stamp: (node, place) => mapWith(instant(node.value, place), writeStamp),
  duration: (node, place) => mapWith(place.number(node.minutes, 'minutes'), writeDuration),
};

function mapWith<T>(read: Evaluate<T | undefined>, write: (value: T, locale: string) => string): Evaluate {
  return (scope) => {
    const value = read(scope);
    return value === undefined ? undefined : write(value, scope.locale);
  };
}

function day(node: Expression, place: Place): Evaluate<string | undefined> {
  const read = place.value(node, 'value');
  return (scope) => asDay(read(scope));
}

function instant(node: Expression, place: Place): Evaluate<number | undefined> {
  const read = place.value(node, 'value');
  return (scope) => asInstant(read(scope));
}
