import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Expression } from './node.ts';

/**
 * A number with the separators of the locale, rounded to a fixed count of decimals (0 to 6) by
 * floor(x*10^n+0.5)/10^n in decimal arithmetic, all of them shown; a missing number stays missing.
 *
 * With one decimal `-1234.55` is `-1,234.5` (en-US): a half goes up. Exact up to 15 significant digits.
 */
export interface NumberNode {
  readonly kind: 'number';
  readonly type: 'text';
  readonly value: Expression<'number'>;
  readonly decimals: number;
}

/** A number as text. */
export function numberText(value: Expression<'number'>, decimals = 0): Expression<'text'> {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 6)
    throw new InvalidTreeError('number', 'decimals', `${decimals} is not 0 to 6`);
  return Object.freeze({ kind: 'number', type: 'text', value, decimals });
}
