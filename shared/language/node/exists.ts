import type { Expression } from './node.ts';

/**
 * The value is there: neither null nor undefined nor the empty text. `false`, 0 and blanks are there; a list is there
 * when it has an item.
 */
export interface ExistsNode {
  readonly kind: 'exists';
  readonly type: 'boolean';
  readonly value: Expression;
}

/** The value is there. */
export function exists(value: Expression): Expression<'boolean'> {
  return Object.freeze({ kind: 'exists', type: 'boolean', value });
}
