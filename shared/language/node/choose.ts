import { lift, type Operand } from '../lift.ts';
import type { Type } from '../type.ts';
import type { Condition, Expression } from './node.ts';

/** The value of the first condition that holds, else the last one; later ones are not evaluated. */
export interface ChooseNode<T extends Type = Type> {
  readonly kind: 'choose';
  readonly type: T;
  readonly branches: readonly { readonly when: Condition; readonly value: Expression }[];
  readonly otherwise: Expression;
}

/** The value of the first condition that holds, else the last one. */
export function choose<T extends Type>(
  type: T,
  branches: readonly (readonly [when: Condition, value: Operand<T>])[],
  otherwise: Operand<T>,
): Expression<T> {
  return Object.freeze({
    kind: 'choose',
    type,
    branches: Object.freeze(
      branches.map(([when, value]) => Object.freeze({ when, value: lift(type, value) })),
    ),
    otherwise: lift(type, otherwise),
  }) as ChooseNode as Expression<T>;
}
