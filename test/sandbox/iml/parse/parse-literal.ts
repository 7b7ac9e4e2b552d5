import { refuse } from '../refuse.ts';
import type { Expression } from '../syntax.ts';
import { type Cursor, take, unexpected } from './cursor.ts';

const NUMBER = /-?\d+(\.\d+)?/y;
const TOUCHING = /[\p{L}\p{N}_$'"`]/uy;

/** Reads a text between `quote`s; IML has no documented escapes, so none are processed. */
export function parseText(cursor: Cursor, quote: string): Expression {
  const start = cursor.position;
  const end = cursor.text.indexOf(quote, start + 1);
  if (end < 0) {
    cursor.position = cursor.text.length;
    throw unexpected(cursor, `a closing ${quote}`);
  }
  const value = cursor.text.slice(start + 1, end);
  if (value.includes('{{') || value.includes('}}')) refuse('braces-in-text', value);
  if (value.endsWith('\\')) refuse('backslash-before-quote', value);
  cursor.position = end + 1;
  const touching = take(cursor, TOUCHING);
  if (touching !== undefined) refuse('quote-in-text', cursor.text.slice(start, cursor.position));
  return { kind: 'literal', value, raw: cursor.text.slice(start, cursor.position) };
}

/** Reads a number; a minus belongs to it only directly before the digits. */
export function parseNumber(cursor: Cursor): Expression {
  const raw = take(cursor, NUMBER);
  if (raw === undefined) refuse('unary-minus', cursor.text.slice(cursor.position, cursor.position + 20));
  return { kind: 'literal', value: Number(raw), raw };
}
