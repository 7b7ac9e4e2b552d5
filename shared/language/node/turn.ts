import { lift, type Operand } from '../lift.ts';
import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/**
 * The item of a list whose turn it is: the first from the day `since` on, each for `days` days, then again from the
 * first. Before `since`, or when a day or the count is missing, it is the first item; an empty list has none.
 */
export interface TurnNode<T extends Type = Type> {
  readonly kind: 'turn';
  readonly type: T;
  readonly list: Expression<'list'>;
  readonly since: Expression<'date'>;
  readonly today: Expression<'date'>;
  /** A whole number from 1. */
  readonly days: Expression<'number'>;
}

/** The item of a list whose turn it is. */
export function turn<T extends Type>(
  type: T,
  list: Expression<'list'>,
  { since, today, days }: { since: Expression<'date'>; today: Expression<'date'>; days: Operand<'number'> },
): Expression<T> {
  const node: TurnNode = { kind: 'turn', type, list, since, today, days: lift('number', days) };
  return Object.freeze(node) as unknown as Expression<T>;
}
