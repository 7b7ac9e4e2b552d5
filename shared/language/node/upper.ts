import type { Expression } from './node.ts';

/** ASCII text in upper case; text with any other character stays as it is. */
export interface UpperNode {
  readonly kind: 'upper';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** In upper case. */
export function upper(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'upper', type: 'text', value });
}
