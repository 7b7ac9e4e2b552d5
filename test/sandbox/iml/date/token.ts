import type { DateTime } from 'luxon';
import { refuse } from '../refuse.ts';
import { wholeSeconds } from './clock.ts';

/** How a token is written: a token of luxon, or what to make of the date-time. */
export type TokenRule = string | ((local: DateTime) => string);

const ordinal = (value: number): string => {
  const isTeen = Math.floor((value % 100) / 10) === 1;
  return value + (isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'));
};
const clockHour = (local: DateTime): number => (local.hour === 0 ? 24 : local.hour);
const fraction = (digits: number) => (local: DateTime) =>
  String(local.millisecond).padStart(3, '0').slice(0, digits);

/** The moment tokens that Make documents, by what writes them; names are English, moment's default. */
export const TOKENS: Readonly<Record<string, TokenRule>> = {
  YYYY: 'yyyy',
  YY: 'yy',
  Y: 'y',
  Q: 'q',
  Qo: (local) => ordinal(local.quarter),
  M: 'M',
  Mo: (local) => ordinal(local.month),
  MM: 'MM',
  MMM: 'MMM',
  MMMM: 'MMMM',
  D: 'd',
  Do: (local) => ordinal(local.day),
  DD: 'dd',
  DDD: 'o',
  DDDo: (local) => ordinal(local.ordinal),
  DDDD: 'ooo',
  d: (local) => String(local.weekday % 7),
  do: (local) => ordinal(local.weekday % 7),
  dd: (local) => local.toFormat('ccc').slice(0, 2),
  ddd: 'ccc',
  dddd: 'cccc',
  E: 'c',
  W: 'W',
  Wo: (local) => ordinal(local.weekNumber),
  WW: 'WW',
  GG: 'kk',
  GGGG: 'kkkk',
  H: 'H',
  HH: 'HH',
  h: 'h',
  hh: 'hh',
  k: (local) => String(clockHour(local)),
  kk: (local) => String(clockHour(local)).padStart(2, '0'),
  A: 'a',
  a: (local) => local.toFormat('a').toLowerCase(),
  m: 'm',
  mm: 'mm',
  s: 's',
  ss: 'ss',
  S: fraction(1),
  SS: fraction(2),
  SSS: 'SSS',
  Z: 'ZZ',
  ZZ: 'ZZZ',
  X: (local) => String(wholeSeconds(local.toMillis())),
  x: 'x',
};

/** Tokens that Make lists but that count weeks by a locale it does not name. */
export const LOCALE_WEEK_TOKENS: ReadonlySet<string> = new Set(['e', 'w', 'wo', 'ww', 'gg', 'gggg']);

/** A piece of a format: literal text, or a token. */
export type FormatPiece = { readonly literal: string } | { readonly token: string };

const PIECE = /\[([^[\]]*)\]|\\([A-Za-z])|([A-Za-z])\3*o?|[^A-Za-z[\]\\]+|[[\]\\]/g;
const known = new Map<string, readonly FormatPiece[]>();

/** Splits a moment format; letters that are no documented token are refused, except a bare `T`. */
export function formatPieces(format: string): readonly FormatPiece[] {
  const remembered = known.get(format);
  if (remembered !== undefined) return remembered;
  const pieces = [...format.matchAll(PIECE)].flatMap(([whole, bracketed, escaped, letter]) =>
    letter === undefined ? [{ literal: plainPiece(whole, bracketed ?? escaped) }] : letterPieces(whole),
  );
  if (known.size >= 1000) known.clear();
  known.set(format, pieces);
  return pieces;
}

function plainPiece(whole: string, inner: string | undefined): string {
  if (inner !== undefined) return inner;
  return /^[[\]\\]$/.test(whole) ? refuse('format-bracket', whole) : whole;
}

function letterPieces(run: string): readonly FormatPiece[] {
  if (run === 'T') return [{ literal: 'T' }];
  if (LOCALE_WEEK_TOKENS.has(run)) return refuse('locale-week-token', run);
  return Object.hasOwn(TOKENS, run) ? [{ token: run }] : refuse('format-token', run);
}
