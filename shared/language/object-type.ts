import { InvalidTreeError } from './invalid-tree-error.ts';
import type { Type } from './type.ts';

/** A lookup to one record of another object. */
export interface Parent<F extends Fields = Fields> {
  readonly parent: () => ObjectType<F>;
}

/** A child relationship, holding the rows of a subquery. */
export interface Children<F extends Fields = Fields> {
  readonly children: () => ObjectType<F>;
}

/** The fields of an object by API name. */
export interface Fields {
  readonly [name: string]: Type | Parent<Fields> | Children<Fields>;
}

/** A Salesforce object as the language knows it: its API name and the fields a signal may use. */
export interface ObjectType<F extends Fields = Fields> {
  readonly name: string;
  readonly fields: F;
}

/** Every field path of an object that ends in a value, parents joined with dots. */
export type PathOf<F extends Fields> = {
  [K in keyof F & string]: F[K] extends Type ? K : F[K] extends Parent<infer G> ? `${K}.${PathOf<G>}` : never;
}[keyof F & string];

/** The type of the value at a field path. */
export type TypeAt<F extends Fields, P extends string> = P extends keyof F
  ? Extract<F[P], Type>
  : P extends `${infer Head}.${infer Rest}`
    ? F[Head] extends Parent<infer G>
      ? TypeAt<G, Rest>
      : never
    : never;

/** The child relationships of an object. */
export type RelationshipOf<F extends Fields> = {
  [K in keyof F & string]: F[K] extends Children<Fields> ? K : never;
}[keyof F & string];

/** Declares an object. */
export function objectType<const F extends Fields>(name: string, fields: F): ObjectType<F> {
  return Object.freeze({ name, fields: Object.freeze(fields) });
}

/** The type of the value at a field path; throws InvalidTreeError when the object lacks it. */
export function typeAt(object: ObjectType, path: string): Type {
  const [head = '', ...rest] = path.split('.');
  const found = object.fields[head];
  if (typeof found === 'string' && rest.length === 0) return found;
  if (typeof found === 'object' && 'parent' in found && rest.length > 0)
    return typeAt(found.parent(), rest.join('.'));
  throw new InvalidTreeError('field', `${object.name}.${path}`, 'the object has no such field');
}
