import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** A day or an instant some days of 24 hours before or after another; missing when that or the count is. */
export interface ShiftDaysNode<T extends 'date' | 'instant' = 'date' | 'instant'> {
  readonly kind: 'shift-days';
  readonly type: T;
  readonly value: Expression<T>;
  readonly direction: 'before' | 'after';
  /** A whole number. */
  readonly days: Expression<'number'>;
}

/** The day or instant some days before another. */
export function daysBefore<T extends 'date' | 'instant'>(
  value: Expression<T>,
  days: Operand<'number'>,
): Expression<T> {
  return shifted(value, 'before', days);
}

/** The day or instant some days after another. */
export function daysAfter<T extends 'date' | 'instant'>(
  value: Expression<T>,
  days: Operand<'number'>,
): Expression<T> {
  return shifted(value, 'after', days);
}

function shifted<T extends 'date' | 'instant'>(
  value: Expression<T>,
  direction: ShiftDaysNode['direction'],
  days: Operand<'number'>,
): Expression<T> {
  const node = { kind: 'shift-days', type: value.type, value, direction, days: lift('number', days) };
  return Object.freeze(node) as unknown as Expression<T>;
}
