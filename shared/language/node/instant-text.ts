import type { Expression } from './node.ts';

/**
 * A point in time in words and UTC, cut to the minute; a missing one stays missing.
 *
 * `date-text` of the day in UTC, comma, hours of 24 and minutes: `Nov 20, 2026, 22:05 UTC`.
 */
export interface InstantTextNode {
  readonly kind: 'instant-text';
  readonly type: 'text';
  readonly value: Expression<'instant'>;
}

/** A point in time in words, in UTC. */
export function instantText(value: Expression<'instant'>): Expression<'text'> {
  return Object.freeze({ kind: 'instant-text', type: 'text', value });
}
