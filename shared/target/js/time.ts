const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=T|$)/;
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3})\d*)?(?:Z|([+-])(\d\d):?(\d\d))$/;

/** The calendar day `yyyy-mm-dd` that a text starts with; undefined when it is no date. */
export function asDay(value: unknown): string | undefined {
  return typeof value === 'string' ? DAY.exec(value)?.[0] : undefined;
}

/** A point in time as milliseconds since 1970; undefined when the text is none. */
export function asInstant(value: unknown): number | undefined {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', sign, offsetHours, offsetMinutes] = match;
  const offset = sign === undefined ? 0 : (Number(offsetHours) * 60 + Number(offsetMinutes)) * 60_000;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0')),
  );
  return sign === '-' ? local + offset : local - offset;
}

/** The UTC day of an instant, shifted by whole days. */
export function dayOf(instant: number, shift = 0): string {
  return new Date(instant + shift * 86_400_000).toISOString().slice(0, 10);
}

/** Hours of 24 and minutes in UTC. */
export function clockOf(instant: number): string {
  return new Date(instant).toISOString().slice(11, 16);
}
