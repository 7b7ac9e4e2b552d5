import type { Condition, Expression } from './node.ts';

/** The values that are there and whose condition holds, in order. */
export interface CollectNode {
  readonly kind: 'collect';
  readonly type: 'list';
  readonly entries: readonly { readonly when: Condition; readonly value: Expression }[];
}

/** The values whose condition holds, in order. */
export function collect(entries: CollectNode['entries']): Expression<'list'> {
  return Object.freeze({ kind: 'collect', type: 'list', entries: Object.freeze(entries) });
}
