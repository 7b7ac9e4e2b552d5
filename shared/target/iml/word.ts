import type { Template } from '../../language/template.ts';
import { walk } from '../../language/walk.ts';
import { type Language, languages, type Word, wordTable } from '../../language/word-table.ts';
import { iml, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { path } from './quote.ts';
import type { Tree } from './tree.ts';

/** The words that a template holds. */
export function wordsIn(template: Template, path: string): ReadonlySet<Word> {
  const words = new Set<Word>();
  walk(template, path, (node) => {
    if (node.kind === 'word') words.add(node.word);
  });
  return words;
}

/** Words by language, each language as one row of the table. */
function tableOf(words: ReadonlySet<Word>): Tree {
  return Object.fromEntries(
    (Object.keys(languages) as Language[]).map((language) => [
      language,
      Object.fromEntries([...words].sort().map((word) => [word, wordTable[word][language]])),
    ]),
  );
}

/** A word in the reader's language, from a table of the template's words that is put into `temp` once. */
export function wordPiece(word: Word, place: Place): Piece {
  const table = place.holdAlways(tableOf(place.words));
  const wanted = name(path(place.roots.parameters, ['language']));
  const row = place.holdAlways(
    iml`ifempty(get(${table}, ifempty(${wanted}, ${'en'})), ${name(path(table.text, ['en']), 'there', table.depth)})`,
  );
  return name(path(row.text, [word]), 'there', row.depth);
}
