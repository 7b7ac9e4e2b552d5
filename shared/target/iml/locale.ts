import { LOCALE_TEXT } from '../../generated/text-table.ts';
import { EMPTY, iml, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { path } from './quote.ts';
import type { Tree } from './tree.ts';

/** The text table's row for the reader's locale. */
export interface LocalePieces {
  readonly group: Piece;
  readonly decimal: Piece;
  readonly percent: Piece;
  readonly date: Piece;
  /** An array of 12. */
  readonly months: Piece;
}

/** Names without dashes, since `get` splits its path only at dots for certain. */
const TABLE: Tree = Object.fromEntries(
  Object.entries(LOCALE_TEXT).map(([locale, text]) => [locale.replaceAll('-', ''), { ...text }]),
);

/** Puts the text table and its row for the locale into `temp`, once. */
export function localePieces(place: Place): LocalePieces {
  const table = place.holdAlways(TABLE);
  const wanted = iml`replace(ifempty(${name(place.roots.locale)}, ${'en-US'}), ${'-'}, ${EMPTY})`;
  const row = place.holdAlways(
    iml`ifempty(get(${table}, ${wanted}), ${name(path(table.text, ['enUS']), 'there', table.depth)})`,
  );
  const part = (key: keyof LocalePieces) => name(path(row.text, [key]), 'there', row.depth);
  return {
    group: part('group'),
    decimal: part('decimal'),
    percent: part('percent'),
    date: part('date'),
    months: part('months'),
  };
}
