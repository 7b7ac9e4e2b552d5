import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** The item at a position from 0, missing past the end. */
export interface ItemAtNode<T extends Type = Type> {
  readonly kind: 'item-at';
  readonly type: T;
  readonly list: Expression<'list'>;
  readonly position: number;
}

/** The item at a position from 0. */
export function itemAt<T extends Type>(type: T, list: Expression<'list'>, position: number): Expression<T> {
  if (!Number.isInteger(position) || position < 0)
    throw new InvalidTreeError('item-at', 'position', `${position} is no position from 0`);
  return Object.freeze({ kind: 'item-at', type, list, position }) as ItemAtNode as Expression<T>;
}
