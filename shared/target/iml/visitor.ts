import type { Visitor } from '../../language/visitor.ts';
import { condition } from './condition.ts';
import { format } from './format.ts';
import { list } from './list.ts';
import type { Piece } from './piece.ts';
import type { Place } from './place.ts';
import { source } from './source.ts';
import { text } from './text.ts';

/** How every node is printed as IML. */
export const visitor: Visitor<Piece, Place> = { ...source, ...condition, ...text, ...format, ...list };
