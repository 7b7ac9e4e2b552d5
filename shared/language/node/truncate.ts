import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Expression } from './node.ts';

/**
 * At most `length` UTF-16 units (at least 1), the last an ellipsis `…` when something was cut; a missing text stays missing.
 *
 * The cut keeps `length - 1` units, then drops a high surrogate at the end, then the start of an entity at the end (`&`,
 * `&a`, `&am`, `&amp`, `&l`, `&lt`, `&g`, `&gt`).
 */
export interface TruncateNode {
  readonly kind: 'truncate';
  readonly type: 'text';
  readonly value: Expression<'text'>;
  readonly length: number;
}

/** The text cut visibly to a length in UTF-16 units. */
export function truncate(value: Expression<'text'>, length: number): Expression<'text'> {
  if (!Number.isInteger(length) || length < 1)
    throw new InvalidTreeError('truncate', 'length', `${length} is no length`);
  return Object.freeze({ kind: 'truncate', type: 'text', value, length });
}
