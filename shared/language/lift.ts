import { type LiteralNode, literal } from './node/literal.ts';
import type { Expression } from './node/node.ts';
import type { Native, Type } from './type.ts';

/** A value of a type, given as a node or as the plain TypeScript value. */
export type Operand<T extends Type> = Expression<T> | Native<T>;

/** Turns a plain value into a literal of the type; nodes pass through. */
export function lift<T extends Type>(type: T, operand: Operand<T>): Expression<T> {
  const isNode = typeof operand === 'object' && operand !== null && 'kind' in operand;
  return (isNode ? operand : literal(type, operand as LiteralNode['value'])) as Expression<T>;
}
