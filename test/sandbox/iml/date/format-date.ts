import type { DateTime } from 'luxon';
import { refuse } from '../refuse.ts';
import { formatPieces, TOKENS } from './token.ts';
import { inZone } from './zone.ts';

/** The format that Make uses when none is given. */
export const DEFAULT_FORMAT = 'YYYY-MM-DDTHH:mm:ss.SSSZ';

/** Writes a date in a zone by a moment format. Throws ImlError for an unknown zone, ImlRefusal for an open token. */
export function formatDate(date: Date, format: string, zone: string): string {
  return writeFormat(inZone(date, zone), format);
}

/** Writes a date-time as it stands. */
export function writeFormat(local: DateTime, format: string): string {
  if (local.year < 1 || local.year > 9999) refuse('year-range', String(local.year));
  return formatPieces(format)
    .map((piece) => {
      if ('literal' in piece) return piece.literal;
      const rule = TOKENS[piece.token] ?? '';
      return typeof rule === 'string' ? local.toFormat(rule) : rule(local);
    })
    .join('');
}
