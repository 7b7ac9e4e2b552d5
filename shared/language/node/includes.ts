import type { Expression } from './node.ts';

/** The list holds the value. */
export interface IncludesNode {
  readonly kind: 'includes';
  readonly type: 'boolean';
  readonly list: Expression<'list'>;
  readonly value: Expression;
}

/** The list holds the value. */
export function includes(list: Expression<'list'>, value: Expression): Expression<'boolean'> {
  return Object.freeze({ kind: 'includes', type: 'boolean', list, value });
}
