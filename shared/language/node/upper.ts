import type { Expression } from './node.ts';

/** ASCII text in upper case; text with any character above U+007F stays as it is, a missing one missing. */
export interface UpperNode {
  readonly kind: 'upper';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** In upper case. */
export function upper(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'upper', type: 'text', value });
}
