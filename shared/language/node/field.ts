import {
  type Fields,
  type ObjectType,
  type PathOf,
  type RelationshipOf,
  type TypeAt,
  typeAt,
} from '../object-type.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/**
 * A field of the record, by API names from the record outwards; missing when a parent is. A path of type `list` ends at a
 * child relationship and yields its rows, none when Salesforce answers null.
 */
export interface FieldNode<T extends Type = Type> {
  readonly kind: 'field';
  readonly type: T;
  readonly path: readonly string[];
}

/** The fields of an object as expressions; a path that the object lacks does not compile. */
export function fieldsOf<F extends Fields>(
  object: ObjectType<F>,
): <const P extends PathOf<F>>(path: P) => Expression<TypeAt<F, P>> {
  return (path) => field(typeAt(object, path), path) as never;
}

/** The child relationships of an object as lists of rows; a name that the object lacks does not compile. */
export function childrenOf<F extends Fields>(
  _object: ObjectType<F>,
): <const R extends RelationshipOf<F>>(relationship: R) => Expression<'list'> {
  return (relationship) => field('list', relationship);
}

/** A field by path and type, for paths that only the org knows. */
export function field<T extends Type>(type: T, path: string): Expression<T> {
  return Object.freeze({
    kind: 'field',
    type,
    path: Object.freeze(path.split('.')),
  }) as FieldNode as Expression<T>;
}
