import type { Expression } from './node.ts';

/** A time of day `HH:mm` (24 hours) as minutes since 00:00; missing when the text has another form. */
export interface ClockMinuteNode {
  readonly kind: 'clock-minute';
  readonly type: 'number';
  readonly value: Expression<'text'>;
}

/** A time of day as minutes, 0 to 1,439. */
export function clockMinute(value: Expression<'text'>): Expression<'number'> {
  return Object.freeze({ kind: 'clock-minute', type: 'number', value });
}
