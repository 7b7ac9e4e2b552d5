import { lift, type Operand } from '../lift.ts';
import type { Condition, Expression } from './node.ts';

/**
 * The text contains, starts with or ends with another, whatever the case of the letters A to Z; false when one of them is
 * missing.
 */
export interface MatchNode {
  readonly kind: 'match';
  readonly type: 'boolean';
  readonly operator: 'contains' | 'starts' | 'ends';
  readonly value: Expression<'text'>;
  readonly search: Expression<'text'>;
}

/** The text contains another. */
export function contains(value: Expression<'text'>, search: Operand<'text'>): Condition {
  return Object.freeze({
    kind: 'match',
    type: 'boolean',
    operator: 'contains',
    value,
    search: lift('text', search),
  });
}

/** The text starts with another. */
export function startsWith(value: Expression<'text'>, search: Operand<'text'>): Condition {
  return Object.freeze({
    kind: 'match',
    type: 'boolean',
    operator: 'starts',
    value,
    search: lift('text', search),
  });
}

/** The text ends with another. */
export function endsWith(value: Expression<'text'>, search: Operand<'text'>): Condition {
  return Object.freeze({
    kind: 'match',
    type: 'boolean',
    operator: 'ends',
    value,
    search: lift('text', search),
  });
}
