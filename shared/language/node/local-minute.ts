import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** What the clocks of a time zone show at an instant, as minutes since 00:00; missing when either is. */
export interface LocalMinuteNode {
  readonly kind: 'local-minute';
  readonly type: 'number';
  readonly value: Expression<'instant'>;
  /** A name of the IANA database, such as `Europe/Berlin`. */
  readonly zone: Expression<'text'>;
}

/** The minute of the day in a time zone, 0 to 1,439. */
export function localMinute(value: Expression<'instant'>, zone: Operand<'text'>): Expression<'number'> {
  return Object.freeze({ kind: 'local-minute', type: 'number', value, zone: lift('text', zone) });
}
