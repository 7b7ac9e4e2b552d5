import type { Expression } from './node.ts';

/** The list holds the value, exactly, case and all; a missing value is in no list. */
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
