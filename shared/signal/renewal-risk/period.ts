import {
  choose,
  concat,
  type Expression,
  fallback,
  isIn,
  localDay,
  now,
  periodStart,
} from '../../language/index.ts';
import { input } from './input.ts';

/** The calendar day in the time zone chosen. */
export const today: Expression<'date'> = localDay(now, fallback(input('time_zone'), 'UTC'));

/** The period in which a renewal is told once, such as `month-2026-11-01`. */
export const period: Expression<'text'> = choose(
  'text',
  [
    [isIn(input('period'), ['week']), concat('week-', periodStart(today, 'week'))],
    [isIn(input('period'), ['quarter']), concat('quarter-', periodStart(today, 'quarter'))],
  ],
  concat('month-', periodStart(today, 'month')),
);
