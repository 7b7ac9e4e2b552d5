import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Condition, Expression } from './node.ts';

/** At least one condition holds. There is at least one. */
export interface OrNode {
  readonly kind: 'or';
  readonly type: 'boolean';
  readonly conditions: readonly Condition[];
}

/** At least one condition holds. */
export function or(...conditions: readonly Condition[]): Expression<'boolean'> {
  if (conditions.length === 0) throw new InvalidTreeError('or', 'conditions', 'it holds no condition');
  return Object.freeze({ kind: 'or', type: 'boolean', conditions: Object.freeze(conditions) });
}
