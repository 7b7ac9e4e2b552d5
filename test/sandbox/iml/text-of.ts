import { refuse } from './refuse.ts';
import { isMissing } from './value.ts';

/** The text of a number; a number whose notation is open (exponent, not finite) is refused. */
export function numberText(value: number): string {
  const text = String(value);
  if (!Number.isFinite(value) || text.includes('e')) refuse('number-notation', value);
  return text === '-0' ? '0' : text;
}

/** The ISO 8601 text of a date in UTC with milliseconds. */
export function dateText(value: Date): string {
  return value.toISOString();
}

/** The text of a value inside a template: nothing for null and undefined; arrays, objects and buffers are refused. */
export function templateText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (isMissing(value)) return '';
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  return refuse('structure-in-text', value);
}
