import type { Expression } from './node.ts';

/** The day of the week of a calendar day, 1 for Monday to 7 for Sunday; a missing day stays missing. */
export interface WeekdayNode {
  readonly kind: 'weekday';
  readonly type: 'number';
  readonly value: Expression<'date'>;
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(value: Expression<'date'>): Expression<'number'> {
  return Object.freeze({ kind: 'weekday', type: 'number', value });
}
