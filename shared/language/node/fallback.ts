import { lift, type Operand } from '../lift.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/** The first value that is there (see `exists`), missing when none is; later ones are not evaluated. */
export interface FallbackNode<T extends Type = Type> {
  readonly kind: 'fallback';
  readonly type: T;
  readonly values: readonly Expression[];
}

/** The first value that is there. */
export function fallback<T extends Type>(
  first: Expression<T>,
  ...others: readonly Operand<T>[]
): Expression<T> {
  const type = first.type as T;
  return Object.freeze({
    kind: 'fallback',
    type,
    values: Object.freeze([first, ...others.map((other) => lift(type, other))]),
  }) as FallbackNode as Expression<T>;
}
