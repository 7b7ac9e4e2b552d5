/** An instant as REST prints it, without fractions of a second: 2026-11-20T21:58:03.000+0000. */
export function datetimeText(milliseconds: number): string {
  return `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}.000+0000`;
}

const DATETIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d{1,3})?(Z|[+-]\d{2}:?\d{2})$/;

/** Epoch milliseconds of an ISO 8601 instant, with or without a colon in its offset; `undefined` when it is none. */
export function parseDatetime(text: string): number | undefined {
  const match = DATETIME.exec(text);
  if (match === null) return undefined;
  const offset = match[3] === 'Z' ? 'Z' : `${match[3]?.slice(0, 3)}:${match[3]?.slice(-2)}`;
  const milliseconds = Date.parse(`${match[1]}${match[2] ?? ''}${offset}`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds;
}

/** Whether text is an existing day of the calendar in the form 2026-11-20. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The calendar day, in a time zone, of an instant in epoch milliseconds. */
export function dayIn(timeZone: string, milliseconds: number): string {
  return formatter(timeZone).format(milliseconds).slice(0, 10);
}

/** The instant, in epoch milliseconds, at which a calendar day begins in a time zone. */
export function startOfDay(timeZone: string, day: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  const first = utc - offsetAt(timeZone, utc);
  return utc - offsetAt(timeZone, first);
}

/** How far a time zone's clock is ahead of UTC at an instant, in milliseconds. */
export function offsetAt(timeZone: string, milliseconds: number): number {
  const local = formatter(timeZone).format(milliseconds).replace(' ', 'T');
  return Date.parse(`${local}Z`) - Math.floor(milliseconds / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
    formatters.set(timeZone, known);
  }
  return known;
}
