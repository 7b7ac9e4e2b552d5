import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** The value that a record holds under a name known only at run time; dots in the name lead into parents. Missing when the record, the name or the value is. */
export interface PropertyNode<T extends Type = Type> {
  readonly kind: 'property';
  readonly type: T;
  /** A whole record, such as a part of an answer. */
  readonly record: Expression;
  readonly name: Expression<'text'>;
}

/** The value under a name known only at run time. */
export function property<T extends Type>(
  type: T,
  record: Expression,
  name: Expression<'text'>,
): Expression<T> {
  return Object.freeze({ kind: 'property', type, record, name }) as PropertyNode as Expression<T>;
}
