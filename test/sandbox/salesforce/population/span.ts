import type { Value } from '../schema/type.ts';

/** The values from `low` up to and including `high`; an empty value is lower than all others. */
export interface Span {
  readonly low: Value;
  readonly high: Value;
}

/** Below and above every text that a date or date-time can be. */
export const lowest = '';
export const highest = '\uffff';

/** Whether one value comes before another. */
export function isBelow(one: Value, other: Value): boolean {
  if (one === null || other === null) return one === null && other !== null;
  return one < other;
}

export function isWithin({ low, high }: Span, value: Value): boolean {
  return !isBelow(value, low) && !isBelow(high, value);
}
