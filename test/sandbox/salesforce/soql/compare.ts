import { isRecordId, toRecordId18 } from '../../../../shared/salesforce/record-id.ts';
import { customFiscalCalendar } from '../fiscal-calendar.ts';
import { datetimeText, dayIn, isDay, parseDatetime, startOfDay } from '../instant.ts';
import type { Org } from '../org.ts';
import { highest, lowest, type Span } from '../population/span.ts';
import type { FieldType, Value } from '../schema/type.ts';
import { type Calendar, dayRange } from './date-literal.ts';
import { type PatternPart, unquote, unquotePattern } from './literal.ts';
import { invalidField, invalidFilter, malformed } from './malformed.ts';
import type { Operand } from './operand.ts';

/** A literal as the parser gives it. */
export interface Literal {
  readonly type: string;
  readonly text: string;
}

/** What a literal stands for: nothing, one value, or the values from `start` up to, not including, `end`. */
type Meaning =
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'range'; readonly start: string; readonly end: string };

const TEXT_TYPES: readonly FieldType[] = ['string', 'picklist', 'email', 'phone', 'url', 'textarea'];
const NUMBER_TYPES: readonly FieldType[] = ['currency', 'double', 'int', 'percent'];

export const isText = (type: FieldType) => TEXT_TYPES.includes(type);

/** Text in the form in which ordinary text is compared and sorted: without case. */
export const fold = (text: string) => text.toUpperCase();

/** A test of values by one of = != < <= > >= and a literal. */
export function comparison<Item>(
  org: Org,
  operand: Operand<Item>,
  operator: string,
  literal: Literal,
): (item: Item) => boolean {
  const meaning = meaningOf(org, operand, literal);
  const folds = isText(operand.type) && !operand.caseSensitive;
  const read = (item: Item) => {
    const value = operand.read(item);
    return folds && typeof value === 'string' ? fold(value) : value;
  };
  if (meaning.kind === 'null') {
    if (operator === '=') return (item) => read(item) === null;
    if (operator === '!=') return (item) => read(item) !== null;
    throw invalidFilter(`invalid operator on null: ${operator}`);
  }
  if (operand.type === 'boolean' && operator !== '=' && operator !== '!=')
    throw invalidFilter(`invalid operator on boolean field: ${operand.name}`);
  const start = meaning.kind === 'range' ? meaning.start : meaning.value;
  const within =
    meaning.kind === 'range'
      ? (value: Value) => value !== null && value >= start && value < meaning.end
      : (value: Value) => value === start;
  switch (operator) {
    case '=':
      return (item) => within(read(item));
    case '!=':
      return (item) => !within(read(item));
    case '<':
      return when((value) => value < start);
    case '>=':
      return when((value) => value >= start);
    case '<=':
      return when((value) => value < start || within(value));
    case '>':
      return when((value) => value > start && !within(value));
    default:
      throw malformed(`unexpected token: '${operator}'`);
  }

  function when(test: (value: NonNullable<Value>) => boolean): (item: Item) => boolean {
    return (item) => {
      const value = read(item);
      return value !== null && test(value);
    };
  }
}

/** The span of times that a comparison can hold for, or more; `undefined` where it is not about times. */
export function timeSpan<Item>(
  org: Org,
  operand: Operand<Item>,
  operator: string,
  literal: Literal,
): Span | undefined {
  if (operand.type !== 'date' && operand.type !== 'datetime') return undefined;
  const meaning = meaningOf(org, operand, literal);
  if (meaning.kind === 'null') return operator === '=' ? { low: null, high: null } : undefined;
  const [start, end] =
    meaning.kind === 'range' ? [meaning.start, meaning.end] : [meaning.value, meaning.value];
  switch (operator) {
    case '=':
      return { low: start, high: end };
    case '<':
    case '<=':
      return { low: lowest, high: end };
    case '>':
    case '>=':
      return { low: start, high: highest };
    default:
      return undefined;
  }
}

/** The exact value an equality asks for, as the store keeps it; `undefined` where equality is not exact. */
export function exactValue<Item>(org: Org, operand: Operand<Item>, literal: Literal): Value | undefined {
  const exact = operand.type === 'id' || operand.type === 'reference' || operand.caseSensitive;
  if (!exact) return undefined;
  const meaning = meaningOf(org, operand, literal);
  return meaning.kind === 'value' ? meaning.value : undefined;
}

/** A test of texts by a LIKE pattern. */
export function like<Item>(operand: Operand<Item>, literal: Literal): (item: Item) => boolean {
  if (!isText(operand.type))
    throw invalidFilter(`invalid operator on ${operand.type} field: ${operand.name}`);
  if (literal.type !== 'STRING') throw wrongType(operand);
  const source = unquotePattern(literal.text).map(patternSource).join('');
  const pattern = new RegExp(`^${source}$`, operand.caseSensitive ? 'su' : 'siu');
  return (item) => {
    const value = operand.read(item);
    return typeof value === 'string' && pattern.test(value);
  };
}

function patternSource(part: PatternPart): string {
  if (part.kind !== 'text') return part.kind === 'many' ? '.*' : '.';
  return part.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function meaningOf<Item>(org: Org, operand: Operand<Item>, literal: Literal): Meaning {
  if (literal.type === 'NULL') return { kind: 'null' };
  const { type } = operand;
  if (isText(type)) {
    if (literal.type !== 'STRING') throw wrongType(operand);
    const text = unquote(literal.text);
    if (text === '') return { kind: 'null' };
    return { kind: 'value', value: operand.caseSensitive ? text : fold(text) };
  }
  if (type === 'id' || type === 'reference') {
    const text = literal.type === 'STRING' ? unquote(literal.text) : literal.text;
    if (!isRecordId(text)) throw invalidFilter(`invalid ID field: ${text}`);
    return { kind: 'value', value: toRecordId18(text) };
  }
  if (type === 'boolean') {
    if (literal.type !== 'BOOLEAN') throw wrongType(operand);
    return { kind: 'value', value: literal.text.toUpperCase() === 'TRUE' };
  }
  if (NUMBER_TYPES.includes(type)) {
    if (literal.type !== 'INTEGER' && literal.type !== 'DECIMAL') throw wrongType(operand);
    return { kind: 'value', value: Number(literal.text) };
  }
  return timeMeaning(org, operand, literal);
}

function timeMeaning<Item>(org: Org, operand: Operand<Item>, literal: Literal): Meaning {
  const isDate = operand.type === 'date';
  if (literal.type === 'DATE_LITERAL' || literal.type === 'DATE_N_LITERAL') {
    const { start, end } = dayRange(literal.text, calendarOf(org));
    const edge = (day: string) => (isDate ? day : datetimeText(startOfDay(org.timeZone(), day)));
    return { kind: 'range', start: edge(start), end: edge(end) };
  }
  if (isDate && literal.type === 'DATE' && isDay(literal.text)) return { kind: 'value', value: literal.text };
  const time = !isDate && literal.type === 'DATETIME' ? parseDatetime(literal.text) : undefined;
  if (time === undefined) throw wrongType(operand);
  return { kind: 'value', value: datetimeText(time) };
}

function calendarOf(org: Org): Calendar {
  return {
    today: dayIn(org.timeZone(), org.now()),
    fiscalYearStartMonth: org.fiscalYearStartMonth(),
    custom: customFiscalCalendar(org),
  };
}

function wrongType<Item>(operand: Operand<Item>) {
  const quotes = isText(operand.type) ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  const type = { datetime: 'dateTime', int: 'int' }[operand.type as string] ?? operand.type;
  return invalidField(
    `value of filter criterion for field '${operand.name}' must be of type ${isText(operand.type) ? 'string' : type} and ${quotes}`,
  );
}
