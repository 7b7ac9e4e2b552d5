import type { Expression } from '../../language/node/node.ts';
import { foldCase } from '../js/text/fold-case.ts';
import { constant, EMPTY, iml, joined, known, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { isThere } from './presence.ts';
import { dayNumber, instantOf } from './time.ts';

/** A value, to be checked for presence, and what it is compared by, to be evaluated only when it is there. */
export interface Keyed {
  readonly node: Expression;
  readonly value: Piece;
  readonly key: Piece;
}

/** What a child is compared by: texts by `caselessKey`, days as numbers, instants as dates. */
export function keyOf(node: Expression, key: string, place: Place): Keyed {
  if (node.type === 'text') {
    const value = place.hold(place.text(node, key));
    return { node, value, key: place.hold(caselessKey(value)) };
  }
  if (node.type === 'instant') {
    const { value, date } = instantOf(node, key, place);
    return { node, value, key: date };
  }
  const value = place.hold(place.print(node, key));
  return { node, value, key: node.type === 'date' ? dayNumber(value) : value };
}

/** A child that is searched, or searched for: a text with A to Z in lower case, anything else as it is. */
export function foldedOf(node: Expression, key: string, place: Place): Keyed {
  if (node.type !== 'text') return keyOf(node, key, place);
  const value = place.hold(place.text(node, key));
  const isConstant = node.kind === 'literal' && typeof node.value === 'string';
  const folded = isConstant ? constant(foldCase(String(node.value))) : place.hold(foldPiece(value));
  return { node, value, key: folded };
}

/** The key, and 0 in place of nothing, kept so that it can be printed more than once. */
export function heldDay(node: Expression, key: string, place: Place): Keyed {
  const value = place.hold(place.print(node, key));
  const day = iml`if(${isThere(node, value)}, ${dayNumber(value)}, 0)`;
  return { node, value, key: place.hold(day) };
}

/**
 * A text that two texts share if and only if they differ in the case of A to Z at most. Both halves are as long as the
 * text: what is ASCII in lower case, since IML's own `lower` is certain for that only, then all but the letters A to Z.
 */
function caselessKey(text: Piece): Piece {
  const ascii = iml`replace(${text}, ${'/[^\\x00-\\x7F]/g'}, ${'-'})`;
  return joined([iml`lower(${ascii})`, iml`replace(${text}, ${'/[A-Za-z]/g'}, ${'-'})`], '+');
}

/** A piece of text with A to Z in lower case. IML's own `lower` is certain for ASCII texts only. */
export function foldPiece(text: Piece): Piece {
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].reduce(
    (folded, letter) => iml`replace(${folded}, ${letter}, ${letter.toLowerCase()})`,
    text,
  );
}

/**
 * Whether a child is one of some texts, whatever the case of A to Z, by one pattern: `equal` and `in` with texts that the
 * signal itself holds need nothing in `temp`, unless the child is asked more than once.
 */
export function isOneOf(node: Expression, key: string, texts: readonly string[], place: Place): Piece {
  const all = texts.join('');
  const text = place.text(node, key, texts.includes('-') ? `${all}-` : '-');
  const unlike = (value: Piece, pattern: string) =>
    known(iml`!(replace(${value}, ${pattern}, ${EMPTY}))`, 'there');
  if (!place.isRepeated(node) || /[^\x20-\x7D]/.test(all))
    return unlike(text, `/^(${texts.map(anyCase).join('|')})$/g`);
  const ascii = place.hold(iml`replace(${text}, ${'/[^\\x00-\\x7F]/g'}, ${'~'})`);
  return unlike(ascii, `/^(${texts.map(escapePattern).join('|')})$/gi`);
}

/** A pattern for a text whatever the case of A to Z. The flag `i` is certain for ASCII texts only. */
function anyCase(text: string): string {
  return escapePattern(text).replace(
    /[A-Za-z]/g,
    (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`,
  );
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
