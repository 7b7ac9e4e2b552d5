import type { Expression } from '../../language/node/node.ts';
import { EMPTY, iml, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import type { Roots } from './roots.ts';

const SECONDS = 19;

/**
 * The date behind an instant that is there. `value` must be short or printed only here; both of Salesforce's ways to write
 * an instant are brought to one, since parsing without a full format is not documented.
 */
export function instantDate(value: Piece, node?: Expression): Piece {
  if (node?.kind === 'literal') return parse(iml`${salesforceText(String(node.value))}`);
  const fraction = iml`if(substring(${value}, ${SECONDS}, ${SECONDS + 1}) == ${'.'}, substring(${value}, ${SECONDS}, ${SECONDS + 4}), ${'.000'})`;
  const offset = iml`replace(substring(${value}, ${SECONDS}, 40), ${'/^[.][0-9]+/g'}, ${EMPTY})`;
  const zone = iml`replace(replace(${offset}, ${'Z'}, ${'+0000'}), ${':'}, ${EMPTY})`;
  return parse(iml`substring(${value}, 0, ${SECONDS}) + ${fraction} + ${zone}`);
}

/** The date behind a child that is an instant and there, and the child as printed, to be checked for presence. */
export function instantOf(node: Expression, key: string, place: Place): { value: Piece; date: Piece } {
  if (node.kind === 'now') return { value: name(place.roots.now, 'there'), date: name(place.roots.now) };
  const value = place.hold(place.print(node, key));
  return { value, date: instantDate(value, node) };
}

/** Whole seconds since 1970, rounded down; the format for seconds leaves their rounding open. */
export function epochSeconds(date: Piece): Piece {
  return iml`floor(parseNumber(${format(date, 'x')}, ${'.'}) / 1000)`;
}

/** Digits `yyyymmddhhmmss`. */
export function compact(date: Piece): Piece {
  return format(date, 'YYYYMMDDHHmmss');
}

/** The day of a date, as `yyyy-mm-dd`; in UTC unless a zone is given. */
export function dayText(date: Piece, zone?: Piece): Piece {
  return zone === undefined ? format(date, 'YYYY-MM-DD') : iml`formatDate(${date}, ${'YYYY-MM-DD'}, ${zone})`;
}

/** The date at which a day that is there begins in UTC. */
export function dayDate(day: Piece): Piece {
  return iml`parseDate(substring(${day}, 0, 10), ${'YYYY-MM-DD'}, ${'UTC'})`;
}

/** Hours of 24 and minutes, with the zone. */
export function clockText(date: Piece): Piece {
  return iml`${format(date, 'HH:mm')} + ${' UTC'}`;
}

/** The day of the week of a day that is there, 1 for Monday to 7 for Sunday. */
export function weekdayNumber(day: Piece): Piece {
  return iml`parseNumber(formatDate(${dayDate(day)}, ${'E'}, ${'UTC'}), ${'.'})`;
}

/** A day that is there, as a number that orders as days do: 20261120. */
export function dayNumber(day: Piece): Piece {
  return iml`parseNumber(replace(substring(${day}, 0, 10), ${'-'}, ${EMPTY}), ${'.'})`;
}

/** Today, moved by whole days, as such a number. */
export function todayNumber({ roots }: Place, days?: Piece): Piece {
  const date = days === undefined ? name(roots.now) : daysFromNow(roots, days);
  return iml`parseNumber(${format(date, 'YYYYMMDD')}, ${'.'})`;
}

/** Now, moved by whole days of 24 hours; `addDays` would keep the wall time of the scenario's zone. */
export function daysFromNow(roots: Roots, days: Piece): Piece {
  return iml`addHours(${name(roots.now)}, ${days} * 24)`;
}

/** An instant as ISO 8601 in UTC with milliseconds. */
export function instantText(date: Piece): Piece {
  return iml`${format(date, 'YYYY-MM-DDTHH:mm:ss.SSS')} + ${'Z'}`;
}

function format(date: Piece, tokens: string): Piece {
  return iml`formatDate(${date}, ${tokens}, ${'UTC'})`;
}

function parse(text: Piece): Piece {
  return iml`parseDate(${text}, ${'YYYY-MM-DDTHH:mm:ss.SSSZZ'}, ${'UTC'})`;
}

function salesforceText(instant: string): string {
  return new Date(instant).toISOString().replace('Z', '+0000');
}
