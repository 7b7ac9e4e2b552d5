import type { Expression } from './node.ts';

/** The list without repeats, first ones kept; items are the same when they are exactly equal, case and all. */
export interface DistinctNode {
  readonly kind: 'distinct';
  readonly type: 'list';
  readonly list: Expression<'list'>;
}

/** The list without repeats. */
export function distinct(list: Expression<'list'>): Expression<'list'> {
  return Object.freeze({ kind: 'distinct', type: 'list', list });
}
