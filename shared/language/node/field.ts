import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Fields, ObjectType, PathOf, TypeAt } from '../object-type.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** A field of the record, by API names from the record outwards. */
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

/** A field by path and type, for paths that only the org knows. */
export function field<T extends Type>(type: T, path: string): Expression<T> {
  return Object.freeze({
    kind: 'field',
    type,
    path: Object.freeze(path.split('.')),
  }) as FieldNode as Expression<T>;
}

function typeAt(object: ObjectType, path: string): Type {
  const [head = '', ...rest] = path.split('.');
  const found = object.fields[head];
  if (typeof found === 'string' && rest.length === 0) return found;
  if (typeof found === 'object' && 'parent' in found && rest.length > 0)
    return typeAt(found.parent(), rest.join('.'));
  throw new InvalidTreeError('field', `${object.name}.${path}`, 'the object has no such field');
}
