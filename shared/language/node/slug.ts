import type { Expression } from './node.ts';

/** The text in transliterated lower-case ASCII letters, digits, `-` and `_`, at most `length` long, without `-` or `_` at its ends, possibly empty. */
export interface SlugNode {
  readonly kind: 'slug';
  readonly type: 'text';
  readonly value: Expression<'text'>;
  readonly length: number;
}

/** The text as a part of a channel name. */
export function slug(value: Expression<'text'>, length: number): Expression<'text'> {
  return Object.freeze({ kind: 'slug', type: 'text', value, length });
}
