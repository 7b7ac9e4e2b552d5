import type { Word } from '../word-table.ts';
import type { Expression } from './node.ts';

/** Fixed words of a card in the language that the input `language` names (`en`, `de`, `fr`); English for any other. */
export interface WordNode {
  readonly kind: 'word';
  readonly type: 'text';
  readonly word: Word;
}

/** Fixed words in the reader's language; a word that the table lacks does not compile. */
export function word(name: Word): Expression<'text'> {
  return Object.freeze({ kind: 'word', type: 'text', word: name });
}
