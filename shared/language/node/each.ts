import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Template } from '../template.ts';
import type { Expression } from './node.ts';

/**
 * JSON made of each row of a list, of `limit` rows at most (unrolled). Among the items of an array of a template its own
 * items take its place: a block for each deal, between a header and a footer.
 */
export interface EachNode {
  readonly kind: 'each';
  readonly type: 'list';
  readonly list: Expression<'list'>;
  /** An object whose leaves are built from `item-field`s. */
  readonly item: Readonly<Record<string, Template>>;
  readonly limit: number;
}

/** JSON made of each row of a list. */
export function each(list: Expression<'list'>, item: EachNode['item'], limit: number): EachNode {
  if (!Number.isInteger(limit) || limit < 1)
    throw new InvalidTreeError('each', 'limit', `${limit} is no count of rows`);
  return Object.freeze({ kind: 'each', type: 'list', list, item, limit });
}
