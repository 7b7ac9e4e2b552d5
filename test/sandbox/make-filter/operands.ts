import { isInstantText } from '../iml/date/instant-text.ts';
import { isPlainNumber } from '../iml/value.ts';
import { refuse } from './refuse.ts';

/** An operand as a text: a text, or a number in plain notation. */
export function textOf(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return refuse('operand-kind', kindOf(value));
  return typeof value === 'number' && !isPlainNumber(text) ? refuse('number-text', text) : text;
}

/** As `textOf`, for a text that must not be empty. */
export function filledText(value: unknown): string {
  const text = textOf(value);
  return text === '' ? refuse('empty-text', 'b') : text;
}

/** The text for comparing without regard to the case of ASCII letters. */
export function foldCase(text: string): string {
  const open = [...text].some(
    (letter) => letter > '\x7f' && (letter.toLowerCase() !== letter || letter.toUpperCase() !== letter),
  );
  return open ? refuse('letter-case', text) : text.toLowerCase();
}

/** An operand as a number: a number, or a text in plain decimal notation. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return refuse('operand-kind', kindOf(value));
  return isPlainNumber(value) ? Number(value) : refuse('number-text', value);
}

/** The left operand as a date, in epoch milliseconds. */
export function dateOf(value: unknown): number {
  return value instanceof Date ? value.getTime() : refuse('operand-kind', kindOf(value));
}

/** The right operand as a date, in epoch milliseconds: a date, or an ISO 8601 instant as text. */
export function dateOrTextOf(value: unknown): number {
  if (typeof value !== 'string') return dateOf(value);
  return isInstantText(value) ? Date.parse(value) : refuse('date-text', value);
}

/** An operand as a truth value; only the right one may be written as text. */
export function booleanOf(value: unknown, mayBeText: boolean): boolean {
  if (typeof value === 'boolean') return value;
  if (mayBeText && (value === 'true' || value === 'false')) return value === 'true';
  return refuse('operand-kind', kindOf(value));
}

/** An operand as an array. */
export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : refuse('operand-kind', kindOf(value));
}

/** Both operands as `HH:mm` or both as `HH:mm:ss`, in which form the texts are in order of time. */
export function timesOf(a: unknown, b: unknown): readonly [string, string] {
  for (const text of [a, b])
    if (typeof text !== 'string' || !/^([01]\d|2[0-3])(:[0-5]\d){1,2}$/.test(text))
      return refuse('time-text', String(text));
  const [left, right] = [a as string, b as string];
  return left.length === right.length ? [left, right] : refuse('time-text', `${left} and ${right}`);
}

/** A version as its three numbers. */
export function versionOf(value: unknown): readonly number[] {
  if (typeof value !== 'string') return refuse('operand-kind', kindOf(value));
  const plain = /^(0|[1-9]\d{0,8})(\.(0|[1-9]\d{0,8})){2}$/.test(value);
  return plain ? value.split('.').map(Number) : refuse('semver-text', value);
}

/** What kind of value it is, in words for a refusal. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  return value instanceof Date ? 'a date' : `a ${typeof value}`;
}
