import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Expression } from './node.ts';

/** The text with every run of characters (UTF-16 units) outside a set replaced; a missing text stays missing. */
export interface KeepNode {
  readonly kind: 'keep';
  readonly type: 'text';
  readonly value: Expression<'text'>;
  /** The set as the inside of a regular expression class, such as `A-Za-z0-9_-`. */
  readonly characters: string;
  /** A text without `$`. */
  readonly replacement: string;
}

/** Only the characters of a set. */
export function keep(value: Expression<'text'>, characters: string, replacement: string): Expression<'text'> {
  if (replacement.includes('$'))
    throw new InvalidTreeError(
      'keep',
      'replacement',
      'a `$` in it means different things to different targets',
    );
  return Object.freeze({ kind: 'keep', type: 'text', value, characters, replacement });
}
