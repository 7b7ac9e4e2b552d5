import type { Input } from '../definition.ts';

/** The time zone of an operation's times; `what` says what it is for. */
export function timeZone(what: string): Input {
  return {
    key: 'time_zone',
    label: 'Time Zone',
    help: `${what} A name such as Europe/Berlin or America/New_York.`,
    type: 'text',
    form: 'time-zone',
    default: 'UTC',
    source: 'time-zones',
  };
}
