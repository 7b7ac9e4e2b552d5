import { refuse } from '../refuse.ts';
import { numberText } from '../text-of.ts';
import { isMissing, looksNumeric } from '../value.ts';

/** `=`: loose equality, answered where reading both sides as numbers and as texts agree, else refused. */
export function looselyEqual(left: unknown, right: unknown): boolean {
  if (isMissing(left) || isMissing(right)) return equalsNothing(left, right);
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime();
  if (typeof left === 'object' || typeof right === 'object') return refuse('compare-structures', left);
  if (typeof left === typeof right) return left === right;
  if (typeof left === 'boolean' || typeof right === 'boolean') return refuse('compare-boolean', right);
  return typeof left === 'number' ? equalsText(left, String(right)) : equalsText(Number(right), String(left));
}

/** Null and undefined equal each other, and nothing that could not pass for "no value". */
function equalsNothing(left: unknown, right: unknown): boolean {
  if (isMissing(left) && isMissing(right)) return true;
  const value = isMissing(left) ? right : left;
  if (value === '' || value === 0 || value === false) return refuse('compare-nothing', value);
  return false;
}

function equalsText(number: number, text: string): boolean {
  const asText = numberText(number) === text;
  const asNumber = number === (looksNumeric(text) ? Number(text) : Number.NaN);
  if (asText !== asNumber || text.trim() === '') refuse('compare-number-text', text);
  return asText;
}

/** The order of two numbers or two dates, negative, zero or positive; anything else is refused. */
export function order(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  return refuse(typeof left === 'string' && typeof right === 'string' ? 'order-texts' : 'order-mixed', left);
}
