import { InvalidTreeError } from '../invalid-tree-error.ts';
import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/**
 * One line per row of a list, at most `limit` (unrolled), joined by line breaks, then the `more` line when the list is
 * longer. A row whose text is missing has no line; without any line it is missing.
 */
export interface RowsNode {
  readonly kind: 'rows';
  readonly type: 'text';
  readonly list: Expression<'list'>;
  /** Built from `item-field`s. */
  readonly row: Expression<'text'>;
  readonly limit: number;
  /** Shown after the last row when the list is longer. */
  readonly more: Expression<'text'>;
}

/** One line per row of a list. */
export function rows(
  list: Expression<'list'>,
  row: Expression<'text'>,
  limit: number,
  more: Operand<'text'>,
): Expression<'text'> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new InvalidTreeError('rows', 'limit', `${limit} is no count of rows`);
  return Object.freeze({ kind: 'rows', type: 'text', list, row, limit, more: lift('text', more) });
}
