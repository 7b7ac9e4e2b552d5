import type { Expression } from './node.ts';

/**
 * A calendar day in words; a missing day stays missing.
 *
 * The month's name and the order come from the locale's row in the text table, the day has no leading zero:
 * `2026-11-05` is `Nov 5, 2026` (en-US) or `5 Nov 2026` (en-GB).
 */
export interface DateTextNode {
  readonly kind: 'date-text';
  readonly type: 'text';
  readonly value: Expression<'date'>;
}

/** A calendar day in words. */
export function dateText(value: Expression<'date'>): Expression<'text'> {
  return Object.freeze({ kind: 'date-text', type: 'text', value });
}
