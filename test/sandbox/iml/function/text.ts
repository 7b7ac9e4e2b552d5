import { refuse } from '../refuse.ts';
import { dateText, numberText } from '../text-of.ts';
import { define, optional } from './define.ts';
import { foldAscii } from './letter-case.ts';
import { any, count, filledText, flag, forcedText, text } from './parameter.ts';
import { looselySame } from './same.ts';

/** Measuring, searching, cutting and joining texts. Positions count UTF-16 units from 0, as in JavaScript. */
export const TEXT = [
  define('length', [any('text, buffer or array')], (_, value) => length(value)),
  define('trim', [text('text')], (_, value) => trim(value)),
  define('substring', [text('text'), count('start'), count('end')], (_, value, start, end) =>
    start > end ? refuse('substring-order', `${start}, ${end}`) : value.slice(start, end),
  ),
  define(
    'indexOf',
    [text('text'), filledText('search'), optional(count('start'))],
    (_, value, search, start) => value.indexOf(search, start ?? 0),
  ),
  define(
    'contains',
    [any('text or array'), any('search'), optional(flag('ignore case'))],
    (_, value, search, ignore) => contains(value, search, ignore ?? false),
  ),
  define('split', [filledText('text'), filledText('separator')], (_, value, separator) =>
    split(value, separator),
  ),
  define('join', [any('array'), optional(forcedText('separator'))], (_, value, separator) =>
    joinItems(value, separator ?? ','),
  ),
  define('toString', [any('value')], (_, value) => toText(value)),
];

function length(value: unknown): number {
  if (value === null) return 0;
  if (typeof value === 'string' || Array.isArray(value) || value instanceof Uint8Array) return value.length;
  return refuse('argument-type', 'length of neither text, buffer nor array');
}

function trim(value: string): string {
  const trimmed = value.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  return /^[\p{White_Space}\p{Cc}\p{Cf}]|[\p{White_Space}\p{Cc}\p{Cf}]$/u.test(trimmed)
    ? refuse('trim-unusual-blank', value)
    : trimmed;
}

function contains(value: unknown, search: unknown, ignoreCase: boolean): boolean {
  if (Array.isArray(value)) {
    if (ignoreCase) return refuse('contains-array-case', value);
    return value.filter((item) => looselySame(item, search)).length > 0;
  }
  if (typeof value !== 'string' || typeof search !== 'string')
    return refuse('argument-type', 'contains of no text');
  if (search === '') return refuse('empty-text', 'contains: search');
  return ignoreCase ? foldAscii(value).includes(foldAscii(search)) : value.includes(search);
}

/** Parts that trimming or dropping of empties would change are refused, as the documents disagree on both. */
function split(value: string, separator: string): readonly string[] {
  if (/^\/.*\/[a-z]*$/s.test(separator)) refuse('split-pattern', separator);
  const parts = value.split(separator);
  const open = parts.find((part) => part === '' || part !== part.trim());
  return open === undefined ? parts : refuse('split-part', `"${open}"`);
}

function joinItems(value: unknown, separator: string): string {
  if (!Array.isArray(value)) return refuse('argument-type', 'join of no array');
  return value.map(itemText).join(separator);
}

function itemText(item: unknown): string {
  if (typeof item === 'string') return item;
  return typeof item === 'number' ? numberText(item) : refuse('join-item', item);
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateText(value);
  if (Array.isArray(value)) return joinItems(value, ',');
  if (value instanceof Uint8Array) return decode(value);
  return refuse('to-string', value);
}

function decode(value: Uint8Array): string {
  return value.some((byte) => byte > 0x7f)
    ? refuse('non-ascii-bytes', 'toString of a buffer')
    : Buffer.from(value).toString();
}
