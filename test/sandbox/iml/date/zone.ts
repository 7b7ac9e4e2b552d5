import { DateTime } from 'luxon';
import { ImlError } from '../error.ts';
import { refuse } from '../refuse.ts';

/** A date as seen in an IANA time zone. Throws ImlError for an unknown zone. */
export function inZone(date: Date, zone: string): DateTime {
  const local = DateTime.fromJSDate(date, { zone }).setLocale('en-US');
  if (!/^(UTC|[A-Za-z]+(\/[A-Za-z0-9_+-]+)+)$/.test(zone) || !local.isValid)
    throw new ImlError(
      `The time zone "${zone}" is unknown. Give an IANA name such as Europe/Prague, or UTC.`,
    );
  return local;
}

/** The instant at which clocks in `zone` show what `wall` shows; refused where they show it never or twice. */
export function atWallTime(wall: DateTime, zone: string): Date {
  const local = wall.setZone(zone, { keepLocalTime: true });
  if (!local.isValid || local.year < 1 || local.year > 9999) refuse('year-range', String(wall.year));
  const shown = local.setZone('UTC', { keepLocalTime: true });
  if (shown.toMillis() !== wall.toMillis() || local.getPossibleOffsets().length > 1)
    refuse('clock-change', `${wall.toFormat('yyyy-MM-dd HH:mm')} ${zone}`);
  return local.toJSDate();
}

/** What clocks in `zone` show at `date`, as a UTC date-time, on which calendar arithmetic is plain. */
export function wallTime(date: Date, zone: string): DateTime {
  return inZone(date, zone).setZone('UTC', { keepLocalTime: true });
}
