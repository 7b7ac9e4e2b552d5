import type { Expression } from './node.ts';

/** A count, written as a `number` without decimals, and the word that fits it: the first word for exactly 1. A missing count is 0. */
export interface PluralNode {
  readonly kind: 'plural';
  readonly type: 'text';
  readonly count: Expression<'number'>;
  readonly one: string;
  readonly other: string;
}

/** A count with the word that fits it. */
export function plural(count: Expression<'number'>, one: string, other: string): Expression<'text'> {
  return Object.freeze({ kind: 'plural', type: 'text', count, one, other });
}
