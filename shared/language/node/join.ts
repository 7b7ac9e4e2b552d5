import type { Expression } from './node.ts';

/**
 * The items of a list as text, each after a prefix, with a separator between; an empty list is missing. Items are texts or
 * numbers and never missing themselves (`collect` and `pluck` see to that).
 */
export interface JoinNode {
  readonly kind: 'join';
  readonly type: 'text';
  readonly list: Expression<'list'>;
  readonly prefix: string;
  readonly separator: string;
}

/** The items of a list as one text. */
export function join(list: Expression<'list'>, separator: string, prefix = ''): Expression<'text'> {
  return Object.freeze({ kind: 'join', type: 'text', list, prefix, separator });
}
