import { languages, type Word, wordTable } from '../../language/word-table.ts';
import { iml, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { path } from './quote.ts';

/** The words of all cards by language, each language as one row of the table. */
const TABLE = Object.fromEntries(
  Object.keys(languages).map((language) => [
    language,
    Object.fromEntries(
      Object.entries(wordTable).map(([word, forms]) => [word, forms[language as keyof typeof forms]]),
    ),
  ]),
);

/** A word in the reader's language, from a table that is put into `temp` once. */
export function wordPiece(word: Word, place: Place): Piece {
  const table = place.holdAlways(TABLE);
  const wanted = name(path(place.roots.parameters, ['language']));
  const row = place.holdAlways(
    iml`ifempty(get(${table}, ifempty(${wanted}, ${'en'})), ${name(path(table.text, ['en']), 'there', table.depth)})`,
  );
  return name(path(row.text, [word]), 'there', row.depth);
}
