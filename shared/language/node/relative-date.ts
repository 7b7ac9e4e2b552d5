import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** The day lies in a span counted from today in UTC; a missing day or count does not. */
export interface RelativeDateNode {
  readonly kind: 'relative-date';
  readonly type: 'boolean';
  readonly value: Expression<'date'>;
  /**
   * `last` n days is today and the n days before it, `next` n days starts tomorrow (the ranges of SOQL's LAST_N_DAYS
   * and NEXT_N_DAYS); `before-last` is any day before the span `last`.
   */
  readonly span: 'last' | 'next' | 'before-last';
  readonly days: Expression<'number'>;
}

/** The day lies in a span of days counted from today. */
export function within(
  value: Expression<'date'>,
  span: RelativeDateNode['span'],
  days: Operand<'number'>,
): Expression<'boolean'> {
  return Object.freeze({ kind: 'relative-date', type: 'boolean', value, span, days: lift('number', days) });
}
