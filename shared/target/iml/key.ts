import type { Expression } from '../../language/node/node.ts';
import { foldCase } from '../js/text/fold-case.ts';
import { constant, EMPTY, iml, known, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import { isThere } from './presence.ts';
import { dayNumber, instantOf } from './time.ts';

/** A value, to be checked for presence, and what it is compared by, to be evaluated only when it is there. */
export interface Keyed {
  readonly node: Expression;
  readonly value: Piece;
  readonly key: Piece;
}

/** What a child is compared by: texts with A to Z in lower case, days as numbers, instants as dates. */
export function keyOf(node: Expression, key: string, place: Place): Keyed {
  if (node.type === 'text') {
    const value = place.hold(place.text(node, key));
    const isConstant = node.kind === 'literal' && typeof node.value === 'string';
    return {
      node,
      value,
      key: isConstant ? constant(foldCase(String(node.value))) : place.hold(foldPiece(value)),
    };
  }
  if (node.type === 'instant') {
    const { value, date } = instantOf(node, key, place);
    return { node, value, key: date };
  }
  const value = place.hold(place.print(node, key));
  return { node, value, key: node.type === 'date' ? dayNumber(value) : value };
}

/** The key, and 0 in place of nothing, kept so that it can be printed more than once. */
export function heldDay(node: Expression, key: string, place: Place): Keyed {
  const value = place.hold(place.print(node, key));
  const day = iml`if(${isThere(node, value)}, ${dayNumber(value)}, 0)`;
  return { node, value, key: place.hold(day) };
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
 * signal itself holds need nothing in `temp`.
 */
export function isOneOf(node: Expression, key: string, texts: readonly string[], place: Place): Piece {
  const missing = texts.includes('-') ? `${texts.join('')}-` : '-';
  const pattern = `/^(${texts.map(anyCase).join('|')})$/g`;
  return known(iml`!(replace(${place.text(node, key, missing)}, ${pattern}, ${EMPTY}))`, 'there');
}

/** A pattern for a text whatever the case of A to Z. */
function anyCase(text: string): string {
  return text.replace(/[A-Za-z]|[\\^$.*+?()[\]{}|/]/g, (sign) =>
    /[A-Za-z]/.test(sign) ? `[${sign.toLowerCase()}${sign.toUpperCase()}]` : `\\${sign}`,
  );
}
