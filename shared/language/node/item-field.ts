import { type Fields, type ObjectType, type PathOf, type TypeAt, typeAt } from '../object-type.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** A field of the row at hand, inside `rows`; missing when a parent is. */
export interface ItemFieldNode<T extends Type = Type> {
  readonly kind: 'item-field';
  readonly type: T;
  readonly path: readonly string[];
}

/** The fields of the row at hand; a path that the object lacks does not compile. */
export function itemFieldsOf<F extends Fields>(
  object: ObjectType<F>,
): <const P extends PathOf<F>>(path: P) => Expression<TypeAt<F, P>> {
  return (path) =>
    Object.freeze({
      kind: 'item-field',
      type: typeAt(object, path),
      path: Object.freeze(path.split('.')),
    }) as never;
}
