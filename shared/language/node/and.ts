import type { Condition, Expression } from './node.ts';

/** Every condition holds. There is at least one. */
export interface AndNode {
  readonly kind: 'and';
  readonly type: 'boolean';
  readonly conditions: readonly Condition[];
}

/** Every condition holds. */
export function and(...conditions: readonly Condition[]): Expression<'boolean'> {
  return Object.freeze({ kind: 'and', type: 'boolean', conditions: Object.freeze(conditions) });
}
