import type { Expression } from './node.ts';

/** A calendar day in words, such as `20 Nov 2026`; a missing day stays missing. */
export interface DateTextNode {
  readonly kind: 'date-text';
  readonly type: 'text';
  readonly value: Expression<'date'>;
}

/** A calendar day in words. */
export function dateText(value: Expression<'date'>): Expression<'text'> {
  return Object.freeze({ kind: 'date-text', type: 'text', value });
}
