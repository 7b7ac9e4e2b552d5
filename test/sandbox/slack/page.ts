import { type Input, text } from './input.ts';
import { Refusal } from './refusal.ts';

const DEFAULT_LIMIT = 100;
/** Slack wants less than 1000 to a page. */
const MAXIMUM_LIMIT = 999;

function pageSize(input: Input): number {
  const asked = text(input, 'limit');
  const limit = asked === '' || asked === '0' ? DEFAULT_LIMIT : Number(asked);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAXIMUM_LIMIT) throw new Refusal('invalid_limit');
  return limit;
}

const encode = (key: string) => Buffer.from(`next:${key}`).toString('base64');

function cursorKey(input: Input): string {
  const cursor = text(input, 'cursor');
  if (cursor === '') return '';
  const decoded = Buffer.from(cursor, 'base64').toString('utf8');
  if (!decoded.startsWith('next:')) throw new Refusal('invalid_cursor');
  return decoded.slice('next:'.length);
}

/**
 * One page of a list and the cursor of the next one, which is empty at the end. Throws `invalid_cursor`, and
 * `invalid_limit` unless `limit` is a whole number from 1 to 999.
 */
export function page<Row>(input: Input, rows: readonly Row[], keyOf: (row: Row) => string) {
  const limit = pageSize(input);
  const key = cursorKey(input);
  const start = key === '' ? 0 : rows.findIndex((row) => keyOf(row) === key);
  if (start < 0) throw new Refusal('invalid_cursor');
  const after = rows[start + limit];
  return { rows: rows.slice(start, start + limit), next: after === undefined ? '' : encode(keyOf(after)) };
}
