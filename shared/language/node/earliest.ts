import type { Expression } from './node.ts';

/** The earliest of a list of instants, all written as Salesforce writes them; an empty list has none. */
export interface EarliestNode {
  readonly kind: 'earliest';
  readonly type: 'instant';
  readonly list: Expression<'list'>;
}

/** The earliest of a list of instants. */
export function earliest(list: Expression<'list'>): Expression<'instant'> {
  return Object.freeze({ kind: 'earliest', type: 'instant', list });
}
