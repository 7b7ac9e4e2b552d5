import { clockOf, dayOf } from '../time.ts';
import { localeText } from './locale.ts';

/** A calendar day `yyyy-mm-dd` in words. */
export function writeDay(day: string, locale: string): string {
  const { date, months } = localeText(locale);
  let text = '';
  for (const piece of piecesOf(date))
    if (piece === 'day') text += day[8] === '0' ? day[9] : day.slice(8);
    else if (piece === 'month') text += months[Number(day.slice(5, 7)) - 1] ?? '';
    else if (piece === 'year') text += day.slice(0, 4);
    else text += piece;
  return text;
}

const pieces = new Map<string, readonly string[]>();

/** `['month', ' ', 'day', …]` of the pattern `{month} {day}…`; taken apart once. */
function piecesOf(pattern: string): readonly string[] {
  const known = pieces.get(pattern) ?? pattern.split(/[{}]/);
  pieces.set(pattern, known);
  return known;
}

/** A point in time in words and UTC. */
export function writeInstant(instant: number, locale: string): string {
  return `${writeDay(dayOf(instant), locale)}, ${clockOf(instant)} UTC`;
}

/** A Slack date token with its fallback. */
export function writeDateToken(
  instant: number,
  style: 'date' | 'time' | 'date-time',
  locale: string,
): string {
  const [format, fallback] = {
    date: ['{date_short}', writeDay(dayOf(instant), locale)],
    time: ['{time}', `${clockOf(instant)} UTC`],
    'date-time': ['{date_short} {time}', writeInstant(instant, locale)],
  }[style];
  return `<!date^${Math.floor(instant / 1000)}^${format}|${fallback}>`;
}

/** Digits `yyyymmddhhmmss` in UTC. */
export function writeStamp(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace(/\D/g, '');
}

/** A span of minutes in words. */
export function writeDuration(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  const days = Math.floor(whole / 1440);
  const hours = Math.floor((whole - days * 1440) / 60);
  const rest = whole - days * 1440 - hours * 60;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
