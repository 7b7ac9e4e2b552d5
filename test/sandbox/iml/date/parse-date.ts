import { DateTime, FixedOffsetZone, Info } from 'luxon';
import { refuse } from '../refuse.ts';
import { writeFormat } from './format-date.ts';
import { isInstantText } from './instant-text.ts';
import { type FormatPiece, formatPieces } from './token.ts';
import { atWallTime, inZone } from './zone.ts';

type Field =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'halfHour'
  | 'half'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'offset'
  | 'instant';

interface TokenReader {
  readonly field: Field;
  readonly pattern: string;
  readonly read: (text: string) => number;
}

const digits = (field: Field, pattern: string, scale = 1): TokenReader => ({
  field,
  pattern,
  read: (text) => Number.parseInt(text, 10) * scale,
});
const named = (names: readonly string[]): TokenReader => ({
  field: 'month',
  pattern: names.join('|'),
  read: (text) => names.indexOf(text) + 1,
});
const half = (pattern: string): TokenReader => ({
  field: 'half',
  pattern,
  read: (text) => (text.toLowerCase() === 'pm' ? 12 : 0),
});
const offset = (pattern: string): TokenReader => ({
  field: 'offset',
  pattern,
  read: (text) => Number(`${text[0]}1`) * (Number(text.slice(1, 3)) * 60 + Number(text.slice(-2))),
});

/** The tokens that can be parsed without an assumption, by what they read. */
const READERS: Readonly<Record<string, TokenReader>> = {
  YYYY: digits('year', '\\d{4}'),
  M: digits('month', '\\d{1,2}'),
  MM: digits('month', '\\d{2}'),
  MMM: named(Info.months('short', { locale: 'en-US' })),
  MMMM: named(Info.months('long', { locale: 'en-US' })),
  D: digits('day', '\\d{1,2}'),
  DD: digits('day', '\\d{2}'),
  Do: digits('day', '\\d{1,2}[a-z]{2}'),
  H: digits('hour', '\\d{1,2}'),
  HH: digits('hour', '\\d{2}'),
  h: digits('halfHour', '\\d{1,2}'),
  hh: digits('halfHour', '\\d{2}'),
  A: half('AM|PM'),
  a: half('am|pm'),
  m: digits('minute', '\\d{1,2}'),
  mm: digits('minute', '\\d{2}'),
  s: digits('second', '\\d{1,2}'),
  ss: digits('second', '\\d{2}'),
  S: digits('millisecond', '\\d', 100),
  SS: digits('millisecond', '\\d{2}', 10),
  SSS: digits('millisecond', '\\d{3}'),
  Z: offset('[+-]\\d{2}:\\d{2}'),
  ZZ: offset('[+-]\\d{4}'),
  X: digits('instant', '\\d{1,11}', 1000),
  x: digits('instant', '\\d{1,14}'),
};

/** Reads a date. Without a format only an ISO 8601 instant has one meaning; with one the text must match it exactly. */
export function parseDate(text: string, format: string | undefined, zone: string): Date {
  if (format === undefined) return isInstantText(text) ? new Date(text) : refuse('parse-date-format', text);
  const fields = readFields(text, formatPieces(format));
  const instant = fields.get('instant');
  if (instant !== undefined)
    return fields.size === 1 ? new Date(instant) : refuse('parse-date-fields', format);
  checkFields(fields, format);
  const hours = fields.get('hour') ?? ((fields.get('halfHour') ?? 0) % 12) + (fields.get('half') ?? 0);
  const wall = DateTime.fromObject(
    {
      year: fields.get('year') ?? 0,
      month: fields.get('month') ?? 0,
      day: fields.get('day') ?? 0,
      hour: hours,
      minute: fields.get('minute') ?? 0,
      second: fields.get('second') ?? 0,
      millisecond: fields.get('millisecond') ?? 0,
    },
    { zone: 'UTC', locale: 'en-US' },
  );
  const minutes = fields.get('offset');
  if (!wall.isValid) return refuse('parse-date-mismatch', text);
  const date = minutes === undefined ? atWallTime(wall, zone) : new Date(wall.toMillis() - minutes * 60_000);
  const local = inZone(date, zone);
  const shown = minutes === undefined ? local : local.setZone(FixedOffsetZone.instance(minutes));
  return writeFormat(shown, format) === text ? date : refuse('parse-date-mismatch', text);
}

function readFields(text: string, pieces: readonly FormatPiece[]): ReadonlyMap<Field, number> {
  const readers: TokenReader[] = [];
  const pattern = pieces.map((piece) => {
    if ('literal' in piece) return piece.literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    const reader = READERS[piece.token] ?? refuse('parse-date-token', piece.token);
    readers.push(reader);
    return `(${reader.pattern})`;
  });
  const found = new RegExp(`^${pattern.join('')}$`).exec(text);
  if (found === null) return refuse('parse-date-mismatch', text);
  return new Map(readers.map((reader, index) => [reader.field, reader.read(found[index + 1] ?? '')]));
}

/** Whole dates only, and no smaller unit without the larger one; what is left out at the end is zero. */
function checkFields(fields: ReadonlyMap<Field, number>, format: string): void {
  const hour = fields.has('hour') || (fields.has('halfHour') && fields.has('half'));
  const mixed = fields.has('hour')
    ? fields.has('halfHour') || fields.has('half')
    : fields.has('halfHour') !== fields.has('half');
  const needed = [
    [true, fields.has('year') && fields.has('month') && fields.has('day') && !mixed],
    [fields.has('minute'), hour],
    [fields.has('second'), fields.has('minute')],
    [fields.has('millisecond'), fields.has('second')],
  ];
  if (needed.some(([present, allowed]) => present && !allowed)) refuse('parse-date-fields', format);
}
