import type { Expression } from './node.ts';

/**
 * One field of each row of a list; with `where` only of the rows whose field equals one of the values, exactly, case and all.
 * Every row must have the fields, and they must not be empty; the values hold no comma and no blanks at
 * their ends.
 */
export interface PluckNode {
  readonly kind: 'pluck';
  readonly type: 'list';
  readonly list: Expression<'list'>;
  readonly field: string;
  readonly where: { readonly field: string; readonly values: readonly Expression<'text'>[] } | undefined;
}

/** One field of each row of a list. */
export function pluck(
  list: Expression<'list'>,
  field: string,
  where?: PluckNode['where'],
): Expression<'list'> {
  return Object.freeze({ kind: 'pluck', type: 'list', list, field, where });
}
