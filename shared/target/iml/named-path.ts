import type { NamedFieldNode } from '../../language/node/named-field.ts';
import { constant, EMPTY, iml, joined, name, type Piece, total } from './piece.ts';
import type { Place } from './place.ts';
import { path } from './quote.ts';

/** The dotted path that a named field reads, empty when there is none. */
export function namedPath(node: NamedFieldNode, place: Place): Piece {
  const given = name(path(place.roots.parameters, [node.parameter]));
  const chosen = iml`ifempty(${given}, ${node.fallback.join('.')})`;
  if (node.suffix.length === 0) return place.hold(chosen);
  const lookup = iml`replace(replace(${chosen}, ${'/__c$/g'}, ${'__r'}), ${'/Id$/g'}, ${EMPTY})`;
  const followed = joined([lookup, constant(`.${node.suffix.join('.')}`)], '+');
  return place.hold(node.fallback.length > 0 ? followed : total(iml`if(${given}, ${followed}, ${EMPTY})`));
}
