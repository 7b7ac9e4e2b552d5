import { lift, type Operand } from '../lift.ts';
import type { Ordered, Type } from '../type.ts';
import type { Condition, Expression } from './node.ts';

/**
 * Compares two values of one type. A missing value equals nothing, differs from everything (also from another
 * missing value) and is neither before nor after anything.
 *
 * Texts are equal whatever the case of the letters A to Z; other letters must be the same. Numbers compare as numbers,
 * dates by day, instants by point in time (milliseconds).
 */
export interface CompareNode {
  readonly kind: 'compare';
  readonly type: 'boolean';
  readonly operator: 'equal' | 'not-equal' | 'less' | 'less-or-equal' | 'greater' | 'greater-or-equal';
  readonly left: Expression;
  readonly right: Expression;
}

/** The two values are the same; texts are compared whatever the case of ASCII letters, as SOQL does. */
export function equal<T extends Exclude<Type, 'list'>>(
  left: Expression<T>,
  right: NoInfer<Operand<T>>,
): Condition {
  return compare('equal', left, right);
}

/** The two values differ, or one is missing. */
export function notEqual<T extends Exclude<Type, 'list'>>(
  left: Expression<T>,
  right: NoInfer<Operand<T>>,
): Condition {
  return compare('not-equal', left, right);
}

/** The left value comes before the right one. */
export function less<T extends Ordered>(left: Expression<T>, right: NoInfer<Operand<T>>): Condition {
  return compare('less', left, right);
}

/** The left value comes before the right one, or is the same. */
export function lessOrEqual<T extends Ordered>(left: Expression<T>, right: NoInfer<Operand<T>>): Condition {
  return compare('less-or-equal', left, right);
}

/** The left value comes after the right one. */
export function greater<T extends Ordered>(left: Expression<T>, right: NoInfer<Operand<T>>): Condition {
  return compare('greater', left, right);
}

/** The left value comes after the right one, or is the same. */
export function greaterOrEqual<T extends Ordered>(
  left: Expression<T>,
  right: NoInfer<Operand<T>>,
): Condition {
  return compare('greater-or-equal', left, right);
}

function compare<T extends Type>(
  operator: CompareNode['operator'],
  left: Expression<T>,
  right: NoInfer<Operand<T>>,
): Condition {
  return Object.freeze({
    kind: 'compare',
    type: 'boolean',
    operator,
    left,
    right: lift(left.type as T, right),
  });
}
