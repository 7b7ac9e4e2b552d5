import type { Expression } from './node.ts';

/** ASCII text in lower case; text with any character above U+007F stays as it is, a missing one missing. */
export interface LowerNode {
  readonly kind: 'lower';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** In lower case. */
export function lower(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'lower', type: 'text', value });
}
