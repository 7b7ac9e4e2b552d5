import { isInstantText } from '../date/instant-text.ts';
import { refuse } from '../refuse.ts';
import { isCollection } from '../value.ts';
import type { Parameter, Place } from './define.ts';

type Reader<T> = (value: unknown, place: Place) => T;

function parameter<T>(name: string, read: Reader<T>): Parameter<T> & { readonly occurs: 'once' } {
  return { name, occurs: 'once', read };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : typeof value;
}

function wrong(value: unknown, place: Place): never {
  return refuse('argument-type', `${place.function}: ${place.parameter} is ${kindOf(value)}`);
}

function readText(value: unknown, place: Place): string {
  if (typeof value === 'string') return value;
  const { expression, scope } = place;
  const written = expression.kind === 'literal' && scope.dialect === 'mapper';
  return written ? expression.raw : wrong(value, place);
}

function readFilledText(value: unknown, place: Place): string {
  const text = readText(value, place);
  return text === '' ? refuse('empty-text', `${place.function}: ${place.parameter}`) : text;
}

/** Any text; in the mapper also a number as written. */
export const text = (name: string) => parameter(name, readText);

/** A text that is not empty. */
export const filledText = (name: string) => parameter(name, readFilledText);

/** A text that may be empty only when written as the keyword `emptystring`, which alone is certain to count. */
export const forcedText = (name: string) =>
  parameter(name, (value, place) => {
    const { expression } = place;
    const forced = expression.kind === 'keyword' && expression.name === 'emptystring';
    return forced ? '' : readFilledText(value, place);
  });

/** A finite number. */
export const number = (name: string) =>
  parameter(name, (value, place) =>
    typeof value === 'number' && Number.isFinite(value) ? value : wrong(value, place),
  );

/** A whole number. */
export const integer = (name: string) =>
  parameter(name, (value, place) => {
    if (typeof value !== 'number') return wrong(value, place);
    return Number.isSafeInteger(value) ? value : refuse('fractional-count', `${place.function}: ${value}`);
  });

/** A whole number, not negative. */
export const count = (name: string) =>
  parameter(name, (value, place) => {
    const whole = integer(name).read(value, place);
    return whole < 0 ? refuse('negative-position', `${place.function}: ${whole}`) : whole;
  });

/** True or false. */
export const flag = (name: string) =>
  parameter(name, (value, place) => (typeof value === 'boolean' ? value : wrong(value, place)));

/** A date; in the mapper also an instant written bare, as the documents' examples do. */
export const date = (name: string) =>
  parameter(name, (value, place) => {
    if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
    if (place.expression.kind === 'bare' && typeof value === 'string' && isInstantText(value))
      return new Date(value);
    return wrong(value, place);
  });

/** An array. */
export const array = (name: string) =>
  parameter(name, (value, place): readonly unknown[] => (Array.isArray(value) ? value : wrong(value, place)));

/** A collection. */
export const collection = (name: string) =>
  parameter(name, (value, place) => (isCollection(value) ? value : wrong(value, place)));

/** A text or a buffer. */
export const bytes = (name: string) =>
  parameter(name, (value, place) => (value instanceof Uint8Array ? value : readText(value, place)));

/** The name of a field, without a dot, which would leave open whether it is a path. */
export const fieldName = (name: string) =>
  parameter(name, (value, place) => {
    const field = readFilledText(value, place);
    return /[.`[\]]/.test(field) ? refuse('field-path', `${place.function}: ${field}`) : field;
  });

/** One of the texts listed. */
export const oneOf = <const T extends readonly string[]>(name: string, allowed: T) =>
  parameter(name, (value, place): T[number] => {
    const found = allowed.find((option) => option === value);
    return (
      found ??
      refuse(
        'unknown-option',
        `${place.function}: ${name} ${typeof value === 'string' ? value : kindOf(value)}`,
      )
    );
  });

/** Any value. */
export const any = (name: string) => parameter(name, (value) => value);

/** A text, number or truth value. */
export const primitive = (name: string) =>
  parameter(name, (value, place) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : wrong(value, place),
  );
