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
export function before(value: Expression<'text'>, separator: string): Expression<'text'> {
  return Object.freeze({ kind: 'part', type: 'text', value, side: 'before', separator });
}

/** The text after the first separator: `currency:Deal size` of `Amount:currency:Deal size`. */
export function after(value: Expression<'text'>, separator: string): Expression<'text'> {
  return Object.freeze({ kind: 'part', type: 'text', value, side: 'after', separator });
}
