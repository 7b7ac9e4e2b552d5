import type { Expression } from './node.ts';

/** A number with the separators of the locale, rounded to a fixed count of decimals by floor(x*10^n+0.5)/10^n; a missing number stays missing. */
export interface NumberNode {
  readonly kind: 'number';
  readonly type: 'text';
  readonly value: Expression<'number'>;
  readonly decimals: number;
}

/** A number as text. */
export function numberText(value: Expression<'number'>, decimals = 0): Expression<'text'> {
  return Object.freeze({ kind: 'number', type: 'text', value, decimals });
}
