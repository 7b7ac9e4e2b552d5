import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Expression } from './node.ts';

/** The first part of a text that fits a pattern; missing when none does. */
export interface ExtractNode {
  readonly kind: 'extract';
  readonly type: 'text';
  readonly value: Expression<'text'>;
  /** The source of a regular expression, case and all. */
  readonly pattern: string;
}

/** The first part of a text that fits a pattern without capturing groups, lookbehinds, anchors, slashes or code escapes. */
export function extract(value: Expression<'text'>, pattern: string): Expression<'text'> {
  if (/(?<!\\)\((?!\?[:=!])|\\[pPuk]|\/|(?<!\[)\^|\$/.test(pattern))
    throw new InvalidTreeError('extract', 'pattern', 'it has a part that not every target knows');
  return Object.freeze({ kind: 'extract', type: 'text', value, pattern });
}
