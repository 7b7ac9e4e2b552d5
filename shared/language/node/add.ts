import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** The sum of two numbers; a missing one counts as nothing. */
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
