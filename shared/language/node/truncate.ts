import type { Expression } from './node.ts';

/** At most `length` UTF-16 units, the last an ellipsis when something was cut; a broken entity or lone surrogate at the cut is dropped. */
export interface TruncateNode {
  readonly kind: 'truncate';
  readonly type: 'text';
  readonly value: Expression<'text'>;
  readonly length: number;
}

/** The text cut visibly to a length in UTF-16 units. */
export function truncate(value: Expression<'text'>, length: number): Expression<'text'> {
  return Object.freeze({ kind: 'truncate', type: 'text', value, length });
}
