import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Expression } from './node.ts';

/**
 * The text before or after the first occurrence of a separator. Without one, the part before is the whole text and
 * the part after is missing; a missing text stays missing.
 */
export interface PartNode {
  readonly kind: 'part';
  readonly type: 'text';
  readonly value: Expression<'text'>;
  readonly side: 'before' | 'after';
  /** One ASCII character other than a quote. */
  readonly separator: string;
}

/** The text before the first separator: `Amount` of `Amount:currency:Deal size`. */
export function beforeFirst(value: Expression<'text'>, separator: string): Expression<'text'> {
  return part(value, 'before', separator);
}

/** The text after the first separator: `currency:Deal size` of `Amount:currency:Deal size`. */
export function afterFirst(value: Expression<'text'>, separator: string): Expression<'text'> {
  return part(value, 'after', separator);
}

function part(value: Expression<'text'>, side: PartNode['side'], separator: string): Expression<'text'> {
  if (!/^[ -~]$/.test(separator) || /['"]/.test(separator))
    throw new InvalidTreeError('part', 'separator', 'it is not one ASCII character other than a quote');
  return Object.freeze({ kind: 'part', type: 'text', value, side, separator });
}
