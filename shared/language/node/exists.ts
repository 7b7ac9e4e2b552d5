import type { Expression } from './node.ts';

/** The value is there: not null, not undefined, not the empty text. */
export interface ExistsNode {
  readonly kind: 'exists';
  readonly type: 'boolean';
  readonly value: Expression;
}

/** The value is there. */
export function exists(value: Expression): Expression<'boolean'> {
  return Object.freeze({ kind: 'exists', type: 'boolean', value });
}
