import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Condition, Expression } from './node.ts';

/** Every condition holds. There is at least one. */
export interface AndNode {
  readonly kind: 'and';
  readonly type: 'boolean';
  readonly conditions: readonly Condition[];
}

/** Every condition holds. */
export function and(...conditions: readonly Condition[]): Expression<'boolean'> {
  if (conditions.length === 0) throw new InvalidTreeError('and', 'conditions', 'it holds no condition');
  return Object.freeze({ kind: 'and', type: 'boolean', conditions: Object.freeze(conditions) });
}
