import type { Operator } from '../dialect.ts';
import { refuse } from '../refuse.ts';
import { numberText } from '../text-of.ts';
import { isPlainNumber } from '../value.ts';
import { looselyEqual, order } from './compare.ts';
import { addExactly, Exact, fromDecimal, heldByNumber } from './decimal.ts';

type Operate = (left: unknown, right: unknown) => unknown;

/** What each operator makes of two values; `all` and `any` are the evaluator's, since they concern truth. */
export const OPERATE: Readonly<Record<Exclude<Operator, 'all' | 'any'>, Operate>> = {
  equal: looselyEqual,
  notEqual: (left, right) => !looselyEqual(left, right),
  less: (left, right) => order(left, right) < 0,
  lessOrEqual: (left, right) => order(left, right) <= 0,
  greater: (left, right) => order(left, right) > 0,
  greaterOrEqual: (left, right) => order(left, right) >= 0,
  add,
  addNumbers: (left, right) => addExactly(toNumber(left), toNumber(right)),
  subtract: (left, right) => toNumber(left) - toNumber(right),
  multiply: (left, right) => heldByNumber(new Exact(operand(left)).times(operand(right))),
  divide,
  remainder,
};

function add(left: unknown, right: unknown): unknown {
  if (typeof left === 'number' && typeof right === 'number') return addExactly(left, right);
  if (left === undefined || right === undefined) return refuse('add-undefined', 'undefined');
  if (left === null) return right;
  if (right === null) return left;
  if (typeof left === 'string' || typeof right === 'string') return added(left) + added(right);
  return refuse('add-mixed', left);
}

function added(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  return typeof value === 'boolean' ? String(value) : refuse('add-mixed', value);
}

function toNumber(value: unknown): number {
  if (typeof value === 'string' && isPlainNumber(value)) return Number(value);
  return operand(value);
}

function operand(value: unknown): number {
  return typeof value === 'number' ? value : refuse('arithmetic-operand', value);
}

function divide(left: unknown, right: unknown): number {
  const divisor = operand(right);
  if (divisor === 0) refuse('not-finite', 'division by zero');
  return fromDecimal(new Exact(operand(left)).dividedBy(divisor));
}

function remainder(left: unknown, right: unknown): number {
  const [dividend, divisor] = [operand(left), operand(right)];
  if (divisor === 0) refuse('not-finite', 'remainder of a division by zero');
  if (dividend < 0 || divisor < 0) refuse('negative-remainder', `${dividend} % ${divisor}`);
  return heldByNumber(new Exact(dividend).modulo(divisor));
}
