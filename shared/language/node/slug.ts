import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Expression } from './node.ts';

/**
 * The text as a part of a channel name: lower-case ASCII letters, digits, `-` and `_`, possibly empty.
 *
 * In order: letters of the text table (Latin, Greek, Cyrillic) become ASCII and combining marks vanish; every run of
 * characters other than `A-Z a-z 0-9 _` becomes one `-`; lower case; `-` and `_` at the start vanish; the text is cut to
 * `length`; `-` and `_` at the end vanish. `Müller & Søn` is `mueller-son`. Missing and empty are the same here.
 */
export interface SlugNode {
  readonly kind: 'slug';
  readonly type: 'text';
  readonly value: Expression<'text'>;
  readonly length: number;
}

/** The text as a part of a channel name. */
export function slug(value: Expression<'text'>, length: number): Expression<'text'> {
  if (!Number.isInteger(length) || length < 1)
    throw new InvalidTreeError('slug', 'length', `${length} is no length`);
  return Object.freeze({ kind: 'slug', type: 'text', value, length });
}
