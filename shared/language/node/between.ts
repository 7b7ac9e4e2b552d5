import { lift, type Operand } from '../lift.ts';
import type { Ordered } from '../type.ts';
import type { Condition, Expression } from './node.ts';

/** The value lies between two others, both included; false when one of the three is missing. */
export interface BetweenNode {
  readonly kind: 'between';
  readonly type: 'boolean';
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
}

/** The value lies between two others, both included. */
export function between<T extends Ordered>(
  value: Expression<T>,
  low: NoInfer<Operand<T>>,
  high: NoInfer<Operand<T>>,
): Condition {
  const type = value.type as T;
  return Object.freeze({
    kind: 'between',
    type: 'boolean',
    value,
    low: lift(type, low),
    high: lift(type, high),
  });
}
