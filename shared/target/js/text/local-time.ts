import { remembered } from '../remember.ts';

/** What the clocks and calendars of a time zone show. */
export interface LocalTime {
  /** `yyyy-mm-dd`. */
  readonly day: string;
  /** Minutes since 00:00 on the clock. */
  readonly minute: number;
}

/** Sweden writes days as ISO 8601 does. */
const formatOf = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
    }),
);

/** What a time zone's clocks show at an instant. Throws RangeError for a name that is no time zone. */
export function localTime(instant: number, zone: string): LocalTime {
  const [day = '', clock = ''] = formatOf(zone).format(instant).split(' ');
  const [hours, minutes] = clock.split(':');
  return { day, minute: Number(hours) * 60 + Number(minutes) };
}
