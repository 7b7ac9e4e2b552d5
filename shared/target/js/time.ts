const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=T|$)/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/;

/** The calendar day `yyyy-mm-dd` that a text starts with; undefined when it is no date. */
export function asDay(value: unknown): string | undefined {
  return typeof value === 'string' ? DAY.exec(value)?.[0] : undefined;
}

/** A point in time as milliseconds since 1970; undefined when the text is none. */
export function asInstant(value: unknown): number | undefined {
  if (typeof value !== 'string' || !INSTANT.test(value)) return undefined;
  const hasColon = value.endsWith('Z') || value.at(-3) === ':';
  const instant = Date.parse(hasColon ? value : `${value.slice(0, -2)}:${value.slice(-2)}`);
  return Number.isNaN(instant) ? undefined : instant;
}

/** The UTC day of an instant, shifted by whole days. */
export function dayOf(instant: number, shift = 0): string {
  return new Date(instant + shift * 86_400_000).toISOString().slice(0, 10);
}

/** Hours of 24 and minutes in UTC. */
export function clockOf(instant: number): string {
  return new Date(instant).toISOString().slice(11, 16);
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** A time of day `HH:mm` as minutes since midnight; undefined when the text is none. */
export function minuteOf(text: string | undefined): number | undefined {
  const [, hours, minutes] = CLOCK.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** The first day of the week (a Monday), month or quarter that a day lies in. */
export function periodStartOf(day: string, unit: 'week' | 'month' | 'quarter'): string {
  if (unit === 'week') return dayOf(Date.parse(`${day}T00:00:00Z`), 1 - weekdayOf(day));
  const month = Number(day.slice(5, 7));
  const first = unit === 'month' ? month : month - ((month - 1) % 3);
  return `${day.slice(0, 4)}-${String(first).padStart(2, '0')}-01`;
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
