import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** A constant. */
export interface LiteralNode<T extends Type = Type> {
  readonly kind: 'literal';
  readonly type: T;
  readonly value: string | number | boolean | null | readonly (string | number)[];
}

/** A constant of a type. */
export function literal<T extends Type>(type: T, value: LiteralNode['value']): Expression<T> {
  return Object.freeze({ kind: 'literal', type, value }) as LiteralNode as Expression<T>;
}
