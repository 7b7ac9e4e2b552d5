import { isPlainNumber } from '../iml/value.ts';
import { refuse } from './refuse.ts';

type Match = (field: unknown, value: string) => boolean;

/** The match codes that exported Zaps show, and when each holds. */
export const MATCHES: ReadonlyMap<string, Match> = new Map<string, Match>([
  ['iexist', exists],
  ['iexact', (field, value) => textMatch(field, value, (a, b) => a === b)],
  ['icontains', (field, value) => textMatch(field, value, (a, b) => a.includes(b))],
  ['igreater', (field, value) => numberOf(field) > numberOf(value)],
  ['iless', (field, value) => numberOf(field) < numberOf(value)],
  ['boolean', isTrue],
]);

function exists(field: unknown, value: string): boolean {
  if (value !== '') refuse('needless-value', value);
  if (field === null || field === undefined) return false;
  const isEmpty = !field || (typeof field === 'object' && Object.keys(field).length === 0);
  return isEmpty ? refuse('exists-empty', kindOf(field)) : true;
}

/** Answers where regarding case and blanks, and ignoring them, give the same. */
function textMatch(field: unknown, value: string, test: (field: string, value: string) => boolean): boolean {
  if (value === '') refuse('empty-value', 'value');
  const text = textOf(field, value);
  const found = test(text, value);
  if (found !== test(fold(text), fold(value))) refuse('letter-case', `${text} and ${value}`);
  if (found !== test(fold(text.trim()), fold(value.trim())))
    refuse('outer-blanks', `"${text}" and "${value}"`);
  return found;
}

const fold = (text: string) => text.normalize('NFKD').toUpperCase().toLowerCase();

function textOf(field: unknown, value: string): string {
  if (typeof field === 'string') return field;
  if (typeof field !== 'number') return refuse('operand-kind', kindOf(field));
  const text = String(field);
  return isPlainNumber(text) && (text === value || Number(value) !== field)
    ? text
    : refuse('number-text', value);
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return refuse('operand-kind', kindOf(value));
  if (value === '') return refuse('empty-value', 'value');
  return isPlainNumber(value) ? Number(value) : refuse('number-text', value);
}

function isTrue(field: unknown, value: string): boolean {
  if (value !== '') refuse('needless-value', value);
  return typeof field === 'boolean' ? field : refuse('operand-kind', kindOf(field));
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
