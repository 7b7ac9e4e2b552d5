import type { Expression } from './node.ts';

/** A number of percent (75 is `75%`), rounded like `number` to a whole one, with the sign as the locale sets it; a missing number stays missing. */
export interface PercentNode {
  readonly kind: 'percent';
  readonly type: 'text';
  readonly value: Expression<'number'>;
}

/** A share as text. */
export function percent(value: Expression<'number'>): Expression<'text'> {
  return Object.freeze({ kind: 'percent', type: 'text', value });
}
