import type { Expression } from './node.ts';

/** A count with the word that fits it. */
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
