import type { Expression } from './node.ts';

/** How many items a list has; a missing list has none. */
export interface LengthNode {
  readonly kind: 'length';
  readonly type: 'number';
  readonly list: Expression<'list'>;
}

/** How many items a list has. */
export function length(list: Expression<'list'>): Expression<'number'> {
  return Object.freeze({ kind: 'length', type: 'number', list });
}
