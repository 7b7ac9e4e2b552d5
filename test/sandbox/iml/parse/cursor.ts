import type { Dialect, DialectRules } from '../dialect.ts';
import { DIALECTS } from '../dialect.ts';
import { ImlSyntaxError } from '../error.ts';
import { checkLimit } from '../limit.ts';

/** A text being read and the place reached in it. */
export interface Cursor {
  readonly text: string;
  readonly rules: DialectRules;
  position: number;
  depth: number;
}

/** A cursor at the start of `text`; throws ImlLimitError when it is too long. */
export function startCursor(text: string, dialect: Dialect): Cursor {
  checkLimit('templateLength', text.length, 'the length of the template');
  return { text, rules: DIALECTS[dialect], position: 0, depth: 0 };
}

const BLANK = /\s*/y;
const NAME = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/uy;

/** Reads what the sticky `pattern` matches here, or nothing. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.position;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.position += found.length;
  return found;
}

/** Moves past blanks and line ends. */
export function skipBlanks(cursor: Cursor): void {
  take(cursor, BLANK);
}

/** Reads a name in any alphabet, or nothing. */
export function takeName(cursor: Cursor): string | undefined {
  return take(cursor, NAME);
}

/** Whether `text` is next; the cursor stays. */
export function isNext(cursor: Cursor, text: string): boolean {
  return cursor.text.startsWith(text, cursor.position);
}

/** Reads `text` if it is next. */
export function takeText(cursor: Cursor, text: string): boolean {
  const found = isNext(cursor, text);
  if (found) cursor.position += text.length;
  return found;
}

/** An error at the place reached. */
export function unexpected(cursor: Cursor, expected: string): ImlSyntaxError {
  return new ImlSyntaxError(cursor.text, cursor.position, expected);
}
