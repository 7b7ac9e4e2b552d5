import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** The calendar day in a time zone, some minutes before an instant; missing when the instant or the zone is. */
export interface LocalDayNode {
  readonly kind: 'local-day';
  readonly type: 'date';
  readonly value: Expression<'instant'>;
  /** A name of the IANA database, such as `Europe/Berlin`. */
  readonly zone: Expression<'text'>;
  /** Minutes by which the day begins after midnight; a missing count is 0. */
  readonly begins: Expression<'number'> | undefined;
}

/** The calendar day in a time zone; with `begins` a day begins that many minutes after midnight. */
export function localDay(
  value: Expression<'instant'>,
  zone: Operand<'text'>,
  begins?: Expression<'number'>,
): Expression<'date'> {
  return Object.freeze({ kind: 'local-day', type: 'date', value, zone: lift('text', zone), begins });
}
