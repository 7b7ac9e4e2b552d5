import { asDay, asInstant, dayOf } from '../js/time.ts';
import { asList, asNumber, asText } from '../js/value.ts';
import { escapeLiteral, writeNumber } from './literal.ts';
import type { SoqlHole } from './soql-text.ts';

type Write = (value: unknown, input: string, now: number) => string | undefined;

/**
 * How a value is written where a hole stands; undefined when it is missing or has not the form. `input` names the
 * value in an InvalidInputError, `now` is in milliseconds since 1970.
 */
export const write: { readonly [A in SoqlHole['as']]: Write } = {
  text: (value, input) => given(asText(value), (text) => `'${escapeLiteral(text, false, input)}'`),
  like: (value, input) => given(asText(value), (text) => escapeLiteral(text, true, input)),
  number: (value, input) => given(asNumber(value), (number) => writeNumber(number, input)),
  boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  date: (value) => asDay(value),
  instant: (value) => given(asInstant(value), (instant) => new Date(instant).toISOString()),
  texts: (value, input, now) => writeList(value, (item) => write.text(item, input, now)),
  numbers: (value, input, now) => writeList(value, (item) => write.number(item, input, now)),
  'days-ago': (value, _input, now) => given(asNumber(value), (days) => dayOf(now, -days)),
  'days-ahead': (value, _input, now) => given(asNumber(value), (days) => dayOf(now, days)),
};

function writeList(value: unknown, writeItem: (item: unknown) => string | undefined): string | undefined {
  const items = asList(value)
    .map(writeItem)
    .filter((item) => item !== undefined);
  return items.length === 0 ? undefined : items.join(', ');
}

function given<T>(value: T | undefined, writeValue: (value: T) => string): string | undefined {
  return value === undefined ? undefined : writeValue(value);
}
