import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** A field of the row at a position (from 0) of a child relationship; missing when there is no such row. */
export interface ChildFieldNode<T extends Type = Type> {
  readonly kind: 'child-field';
  readonly type: T;
  readonly relationship: string;
  readonly position: number;
  readonly path: readonly string[];
}

/** A field of one row of a child relationship, such as the newest row of a history. */
export function childField<T extends Exclude<Type, 'list'>>(
  type: T,
  relationship: string,
  position: number,
  path: string,
): Expression<T> {
  if (!Number.isInteger(position) || position < 0)
    throw new InvalidTreeError('child-field', 'position', `${position} is no position from 0`);
  const node: ChildFieldNode = {
    kind: 'child-field',
    type,
    relationship,
    position,
    path: Object.freeze(path.split('.')),
  };
  return Object.freeze(node) as unknown as Expression<T>;
}
