import { InvalidTreeError } from '../invalid-tree-error.ts';
import { lift, type Operand } from '../lift.ts';
import type { Native } from '../type.ts';
import type { Condition, Expression } from './node.ts';

/**
 * The value is one of a list, compared as in `compare`; a missing value is not, and an empty list holds nothing. Where the
 * list is an input, neither the texts in it nor the value hold line breaks. (A SOQL
 * query with an empty list is refused, since Salesforce has no such condition.)
 */
export interface InNode {
  readonly kind: 'in';
  readonly type: 'boolean';
  readonly value: Expression;
  readonly list: Expression<'list'>;
}

/** The value is one of the list; a list written in the signal must not be empty, an empty input never matches. */
export function isIn<T extends 'text' | 'number'>(
  value: Expression<T>,
  list: Expression<'list'> | readonly Native<T>[],
): Condition {
  if (!('kind' in list) && list.length === 0)
    throw new InvalidTreeError('in', 'list', 'the list is empty, so nothing could ever match');
  return Object.freeze({ kind: 'in', type: 'boolean', value, list: lift('list', list as Operand<'list'>) });
}
