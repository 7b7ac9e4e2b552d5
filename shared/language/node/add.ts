import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/**
 * The sum of two numbers in decimal arithmetic; a missing one counts as 0.
 *
 * `0.1 + 0.2` is `0.3`.
 */
export interface AddNode {
  readonly kind: 'add';
  readonly type: 'number';
  readonly left: Expression<'number'>;
  readonly right: Expression<'number'>;
}

/** The sum of two numbers. */
export function add(left: Expression<'number'>, right: Operand<'number'>): Expression<'number'> {
  return Object.freeze({ kind: 'add', type: 'number', left, right: lift('number', right) });
}
