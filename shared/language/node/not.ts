import type { Condition, Expression } from './node.ts';

/** The condition does not hold. */
export interface NotNode {
  readonly kind: 'not';
  readonly type: 'boolean';
  readonly condition: Condition;
}

/** The condition does not hold. */
export function not(condition: Condition): Expression<'boolean'> {
  return Object.freeze({ kind: 'not', type: 'boolean', condition });
}
