import type { Fields, ObjectType, PathOf, TypeAt } from '../object-type.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** A field of the row at hand, inside `rows`. */
export interface ItemFieldNode<T extends Type = Type> {
  readonly kind: 'item-field';
  readonly type: T;
  readonly path: readonly string[];
}

/** The fields of the row at hand; a path that the object lacks does not compile. */
export function itemFieldsOf<F extends Fields>(
  _object: ObjectType<F>,
): <const P extends PathOf<F>, T extends TypeAt<F, P>>(path: P, type: T) => Expression<T> {
  return (path, type) =>
    Object.freeze({ kind: 'item-field', type, path: Object.freeze(path.split('.')) }) as never;
}
