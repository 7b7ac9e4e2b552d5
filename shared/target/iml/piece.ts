import { numeral, quote } from './quote.ts';

/**
 * What is known of a piece's value: `any` may be missing, `total` is never null or undefined but perhaps the empty
 * text, `there` is neither.
 */
export type Presence = 'any' | 'total' | 'there';

/** A part of an IML expression. */
export interface Piece {
  readonly text: string;
  /** How many steps must have run before it can be evaluated. */
  readonly depth: number;
  readonly presence: Presence;
  /** Short enough to be printed more than once: a name, a path, a constant. */
  readonly isShort: boolean;
  /** Reads a value whose type is only sure under a condition; see `Place.under`. */
  readonly isGuess: boolean;
}

/** A name, path or keyword. */
export function name(text: string, presence: Presence = 'any', depth = 0): Piece {
  return Object.freeze({ text, depth, presence, isShort: true, isGuess: false });
}

/** A constant. */
export function constant(value: string | number | boolean | null): Piece {
  if (value === null || value === '') return value === null ? MISSING : EMPTY;
  const text =
    typeof value === 'string' ? quote(value) : typeof value === 'number' ? numeral(value) : String(value);
  return Object.freeze({ text, depth: 0, presence: 'there', isShort: text.length < 40, isGuess: false });
}

/** Nothing. */
export const MISSING: Piece = name('undefined');

/** The empty text; IML counts a written `''` as nothing in places, but not this keyword. */
export const EMPTY: Piece = name('emptystring', 'total');

/** Writes an expression around pieces; plain texts and numbers among them become constants. */
export function iml(texts: TemplateStringsArray, ...holes: readonly (Piece | string | number)[]): Piece {
  const pieces = holes.map((hole) => (typeof hole === 'object' ? hole : constant(hole)));
  return Object.freeze({
    text: texts.reduce((text, next, index) => `${text}${pieces[index - 1]?.text ?? ''}${next}`),
    depth: Math.max(0, ...pieces.map(({ depth }) => depth)),
    presence: 'any',
    isShort: false,
    isGuess: pieces.some(({ isGuess }) => isGuess),
  });
}

/** The piece with more known of its value. */
export function known(piece: Piece, presence: Presence): Piece {
  return Object.freeze({ ...piece, presence });
}

/** The piece as one whose type is only sure under a condition. */
export function guessed(piece: Piece): Piece {
  return Object.freeze({ ...piece, isGuess: true });
}

/** The piece with the empty text in place of nothing. */
export function total(piece: Piece): Piece {
  return piece.presence === 'any' ? known(iml`ifempty(${piece}, ${EMPTY})`, 'total') : piece;
}

/** What is known of a value that is one of several. */
export function leastOf(pieces: readonly Piece[]): Presence {
  const presences = pieces.map(({ presence }) => presence);
  return presences.includes('any') ? 'any' : presences.includes('total') ? 'total' : 'there';
}

/** Lists that are there, one after the other. */
export function mergedLists(lists: readonly Piece[]): Piece {
  return known(
    lists.reduce((merged, list) => iml`merge(${merged}, ${list})`),
    'there',
  );
}

/** Pieces with an operator between each two, in parentheses. */
export function joined(pieces: readonly Piece[], operator: '+' | '&&' | '||'): Piece {
  const [first, ...rest] = pieces;
  if (first === undefined || rest.length === 0) return first ?? EMPTY;
  return Object.freeze({
    text: `(${pieces.map(({ text }) => text).join(` ${operator} `)})`,
    depth: Math.max(...pieces.map(({ depth }) => depth)),
    presence: 'any',
    isShort: false,
    isGuess: pieces.some(({ isGuess }) => isGuess),
  });
}
