import { ImlSyntaxError } from '../error.ts';
import { ImlRefusal } from '../refusal.ts';
import type { Expression } from '../syntax.ts';
import { type Cursor, take } from './cursor.ts';

const WORDS = /[^;(){}"'`]*(?=[;)])/y;
const NAMES = /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/gu;
const MODULE_ID = /(^|[^\w.])\d+\.[\p{L}_$]/u;
const DATE = /^\d{4}-\d{2}-\d{2}([T ].*)?$/;

/** An argument that parsed: itself, or bare words where its names may be plain text. */
export function bareWords(raw: string, reading: Expression): Expression {
  if (DATE.test(raw)) return { kind: 'bare', raw, names: [], anchored: false, reading };
  const found = { names: [] as string[], anchored: false };
  survey(reading, found);
  return found.names.length === 0 ? reading : { kind: 'bare', raw, ...found, reading };
}

/** Reads an argument that is no expression as bare words, or throws the `error` it gave as one. */
export function parseBareWords(cursor: Cursor, start: number, error: unknown): Expression {
  if (!(error instanceof ImlSyntaxError || error instanceof ImlRefusal)) throw error;
  const failed = cursor.position;
  cursor.position = start;
  const raw = take(cursor, WORDS)?.trim();
  if (raw === undefined || raw === '' || MODULE_ID.test(raw)) {
    cursor.position = failed;
    throw error;
  }
  return { kind: 'bare', raw, names: raw.match(NAMES) ?? [], anchored: false, reading: error };
}

/** Collects the plain names of an expression, and whether it also has parts that no plain text has. */
function survey(expression: Expression, found: { names: string[]; anchored: boolean }): void {
  if (expression.kind === 'binary') {
    survey(expression.left, found);
    survey(expression.right, found);
  } else if (expression.kind === 'path' && !expression.module) found.names.push(expression.root);
  else if (expression.kind !== 'literal' || typeof expression.value === 'string') found.anchored = true;
}
