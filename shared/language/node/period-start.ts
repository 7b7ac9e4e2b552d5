import type { Expression } from './node.ts';

/** The first day of the calendar week (a Monday), month or quarter that a day lies in; a missing day stays missing. */
export interface PeriodStartNode {
  readonly kind: 'period-start';
  readonly type: 'date';
  readonly value: Expression<'date'>;
  readonly unit: 'week' | 'month' | 'quarter';
}

/** The first day of the calendar week, month or quarter that a day lies in. */
export function periodStart(value: Expression<'date'>, unit: PeriodStartNode['unit']): Expression<'date'> {
  return Object.freeze({ kind: 'period-start', type: 'date', value, unit });
}
