import { LETTERS } from '../../generated/text-table.ts';
import type { Expression } from '../../language/node/node.ts';
import type { Visitor } from '../../language/visitor.ts';
import type { TextKind } from '../kind-group.ts';
import { characterClass } from './character-class.ts';
import { constant, EMPTY, iml, joined, known, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { wordPiece } from './word.ts';

/** What could bring a token or a reference of its own into a pattern. */
const TOKEN_SIGNS = '/[{$}]/g';

/** Texts made of texts. Every piece is a text, empty where the value is missing. */
export const text: Pick<Visitor<Piece, Place>, TextKind> = {
  concat: (node, place) => {
    const parts = node.parts.map((part, index) => place.text(part, `parts[${index}]`));
    const isThere = parts.some(({ presence }) => presence === 'there');
    return known(joined(parts, '+'), isThere ? 'there' : 'total');
  },
  upper: (node, place) => ifAscii('upper', node.value, place),
  lower: (node, place) => ifAscii('lower', node.value, place),
  trim: (node, place) => replaced(place.text(node.value, 'value'), [['/^\\s+|\\s+$/g', '']]),
  truncate: (node, place) => cut(held(node.value, place), node.length),
  slug: (node, place) => {
    const ascii = LETTERS.map(([to, from]) => [`/[${characterClass(from)}]/g`, to] as const);
    const halves = [ascii.slice(0, ascii.length / 2), ascii.slice(ascii.length / 2)];
    const letters = halves.reduce<Piece>(
      (piece, half) => place.hold(replaced(piece, half)),
      place.text(node.value, 'value'),
    );
    const dashed = replaced(letters, [['/[^A-Za-z0-9_]+/g', '-']]);
    const started = replaced(iml`lower(${dashed})`, [['/^[-_]+/g', '']]);
    return replaced(iml`substring(${started}, 0, ${node.length})`, [['/[-_]+$/g', '']]);
  },
  pattern: (node, place) =>
    known(
      node.tokens.reduce(
        (filled, { name, value }, index) => {
          const given = place.text(value, `tokens[${index}].value`);
          const safe = iml`replace(ifempty(${given}, ${'-'}), ${TOKEN_SIGNS}, ${'-'})`;
          return iml`replace(${filled}, ${`{${name}}`}, ${safe})`;
        },
        place.text(node.pattern, 'pattern'),
      ),
      'total',
    ),
  keep: (node, place) =>
    replaced(place.text(node.value, 'value'), [
      [`/[^${node.characters.replaceAll('/', '\\/')}]+/g`, node.replacement],
    ]),
  part: (node, place) => {
    const value = held(node.value, place);
    const at = iml`indexOf(${value}, ${node.separator})`;
    const found =
      node.side === 'before'
        ? iml`substring(${value}, 0, ${at}), ${value}`
        : iml`substring(${value}, ${at} + 1, length(${value})), ${EMPTY}`;
    return known(iml`if(contains(${value}, ${node.separator}), ${found})`, 'total');
  },
  extract: (node, place) => {
    const marked = iml`${'<'} + ${place.text(node.value, 'value')}`;
    const found = place.hold(replaced(marked, [[`/^<[\\s\\S]*?(${node.pattern})[\\s\\S]*$/g`, '>$1']]));
    const part = iml`substring(${found}, 1, length(${found}))`;
    return known(iml`if(substring(${found}, 0, 1) == ${'>'}, ${part}, ${EMPTY})`, 'total');
  },
  fingerprint: (node, place) =>
    known(iml`md5(encodeURL(${wellFormed(place.text(node.value, 'value'))}))`, 'there'),
  word: ({ word }, place) => wordPiece(word, place),
  escape: (node, place) => escaped(place.text(node.value, 'value')),
  'plain-text': (node, place) =>
    replaced(place.text(node.value, 'value'), [
      ['/<[^<>|]*\\|([^<>]*)>/g', '$1'],
      ['/<([^<>|]*)>/g', '$1'],
      ['&lt;', '<'],
      ['&gt;', '>'],
      ['&amp;', '&'],
    ]),
  'html-text': (node, place) =>
    replaced(place.text(node.value, 'value'), [
      ['/<(?:br|\\/p|\\/li)[^>]*>/g', '\n'],
      ['/<[^>]*>/g', ''],
      ['&nbsp;', ' '],
      ['&quot;', '"'],
      ['&#39;', "'"],
      ['&lt;', '<'],
      ['&gt;', '>'],
      ['&amp;', '&'],
      ['/^\\s+|\\s+$/g', ''],
    ]),
  link: (node, place) => {
    const [url, label] = [held(node.url, place, 'url'), place.text(node.label, 'label')];
    const target = replaced(url, [
      ['/\\s/g', '%20'],
      ['|', '%7C'],
      ['<', '%3C'],
      ['>', '%3E'],
    ]);
    const whole = place.hold(replaced(escaped(label), [['/[|\\r\\n]/g', ' ']]));
    const shown = node.longest === undefined ? whole : place.hold(cut(whole, node.longest));
    const labelled = iml`if(${shown}, ${'|'} + ${shown}, ${EMPTY})`;
    const link = joined([constant('<'), target, labelled, constant('>')], '+');
    return known(iml`if(${url}, ${link}, ${shown})`, shown.presence);
  },
  mention: (node, place) => {
    const id = held(node.id, place, 'id');
    const others = (letters: string) => iml`replace(${id}, ${`/^[${letters}][A-Z0-9]+$/g`}, ${EMPTY})`;
    const person = iml`${'<@'} + ${id} + ${'>'}`;
    const group = iml`${'<!subteam^'} + ${id} + ${'>'}`;
    const mention = iml`if(${others('UW')}, if(${others('S')}, ${EMPTY}, ${group}), ${person})`;
    return known(iml`if(${id}, ${mention}, ${EMPTY})`, 'total');
  },
  'url-encode': (node, place) =>
    known(iml`encodeURL(${wellFormed(place.text(node.value, 'value'))})`, 'total'),
};

/** A text with every half of a character replaced by U+FFFD. A row of low halves takes two rounds. */
export function wellFormed(value: Piece): Piece {
  const low = ['/([^\\uD800-\\uDBFF]|^)[\\uDC00-\\uDFFF]/g', '$1\uFFFD'] as const;
  return replaced(value, [['/[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])/g', '\uFFFD'], low, low]);
}

/** A text after replacements, each of all occurrences; a search between slashes is a pattern. */
export function replaced(
  value: Piece,
  replacements: readonly (readonly [search: string, by: string])[],
): Piece {
  const piece = replacements.reduce((done, [search, by]) => iml`replace(${done}, ${search}, ${by})`, value);
  return known(piece, 'total');
}

function escaped(value: Piece): Piece {
  const piece = replaced(value, [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
  ]);
  return known(piece, value.presence);
}

function cut(value: Piece, length: number): Piece {
  const kept = replaced(iml`substring(${value}, 0, ${length - 1})`, [
    ['/(&(a|am|amp|l|lt|g|gt)?)?[\\uD800-\\uDBFF]?$/g', ''],
  ]);
  const isShort = iml`substring(${value}, 0, ${length}) == ${value}`;
  return known(iml`if(${isShort}, ${value}, ${kept} + ${'…'})`, value.presence);
}

function ifAscii(change: 'upper' | 'lower', node: Expression, place: Place): Piece {
  const value = held(node, place);
  const others = iml`replace(${value}, ${'/[\\x00-\\x7F]+/g'}, ${EMPTY})`;
  const changed = change === 'upper' ? iml`upper(${value})` : iml`lower(${value})`;
  return known(iml`if(${others}, ${value}, ${changed})`, value.presence);
}

function held(node: Expression, place: Place, key = 'value'): Piece {
  return place.hold(place.text(node, key));
}
