import { type Word, wordTable } from '../../language/word-table.ts';
import { iml, known, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { path } from './quote.ts';

/** A word in the reader's language. Its forms are put into `temp`: a module holds the words it says and no others. */
export function wordPiece(word: Word, place: Place): Piece {
  const forms = place.holdAlways(wordTable[word]);
  const english = name(path(forms.text, ['en']), 'there', forms.depth);
  const wanted = name(path(place.roots.parameters, ['language']));
  return known(
    place.holdAlways(iml`ifempty(get(${forms}, ifempty(${wanted}, ${'en'})), ${english})`),
    'there',
  );
}
