import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** The calendar day of an instant in a time zone; missing when either is. */
export interface LocalDayNode {
  readonly kind: 'local-day';
  readonly type: 'date';
  readonly value: Expression<'instant'>;
  /** A name of the IANA database, such as `Europe/Berlin`. */
  readonly zone: Expression<'text'>;
}

/** The calendar day in a time zone. */
export function localDay(value: Expression<'instant'>, zone: Operand<'text'>): Expression<'date'> {
  return Object.freeze({ kind: 'local-day', type: 'date', value, zone: lift('text', zone) });
}
