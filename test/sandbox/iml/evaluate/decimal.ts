import { Decimal } from 'decimal.js';
import { refuse } from '../refuse.ts';

/** Decimal numbers with more digits than two numbers can need, so that only division rounds. */
export const Exact = Decimal.clone({ precision: 60 });

/** A decimal result as a number; refused where it has none (overflow, division by zero). */
export function fromDecimal(value: Decimal): number {
  const number = value.toNumber();
  return Number.isFinite(number) ? number + 0 : refuse('not-finite', value.toString());
}

/** A decimal result that a number can hold; refused where it would have to be rounded, as the precision is open. */
export function heldByNumber(value: Decimal): number {
  const number = fromDecimal(value);
  return new Exact(number).equals(value) ? number : refuse('decimal-precision', value.toString());
}

/** The sum without binary error: 0.1 + 0.2 is 0.3. */
export function addExactly(left: number, right: number): number {
  const sum = left + right;
  if (Number.isInteger(left) && Number.isInteger(right) && Number.isSafeInteger(sum)) return sum;
  return heldByNumber(new Exact(left).plus(right));
}
