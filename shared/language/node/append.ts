import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Expression } from './node.ts';

/** The items of several lists, one list after the other. */
export interface AppendNode {
  readonly kind: 'append';
  readonly type: 'list';
  readonly lists: readonly Expression<'list'>[];
}

/** The items of several lists, one list after the other. */
export function append(...lists: readonly Expression<'list'>[]): Expression<'list'> {
  if (lists.length === 0) throw new InvalidTreeError('append', 'lists', 'it holds no list');
  return Object.freeze({ kind: 'append', type: 'list', lists: Object.freeze(lists) });
}
