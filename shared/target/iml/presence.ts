import type { Expression } from '../../language/node/node.ts';
import { iml, type Piece, total } from './piece.ts';

/**
 * Something that IML counts as true when a value is there and as false when it is missing, for the condition of an
 * `if`. IML's own truth would take 0 and `false` for missing.
 */
export function isThere(node: Expression, piece: Piece): Piece {
  if (node.type === 'list') return iml`(length(${piece}) > 0)`;
  if (node.type === 'number' || node.type === 'boolean') return iml`toString(${total(piece)})`;
  return piece;
}

/** The piece guarded: `then` when every value is there, else `otherwise`. */
export function whenThere(
  values: readonly (readonly [Expression, Piece])[],
  then: Piece,
  otherwise: Piece,
): Piece {
  return values.reduceRight(
    (guarded, [node, piece]) =>
      piece.presence === 'there' ? guarded : iml`if(${isThere(node, piece)}, ${guarded}, ${otherwise})`,
    then,
  );
}
