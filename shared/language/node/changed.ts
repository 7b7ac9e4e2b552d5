import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Condition, Expression } from './node.ts';

/**
 * The change at hand touched the field; a created or restored record has all fields changed.
 * Without a change at hand (a poll) nothing has.
 */
export interface ChangedNode {
  readonly kind: 'changed';
  readonly type: 'boolean';
  readonly path: readonly string[];
}

/** The change at hand touched the field. */
export function changed(value: Expression): Condition {
  if (value.kind !== 'field')
    throw new InvalidTreeError('changed', value.kind, 'only a field of the record can change');
  return Object.freeze({ kind: 'changed', type: 'boolean', path: value.path });
}
