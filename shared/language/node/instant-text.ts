import type { Expression } from './node.ts';

/** A point in time in words and UTC, such as `20 Nov 2026, 22:00 UTC`; a missing one stays missing. */
export interface InstantTextNode {
  readonly kind: 'instant-text';
  readonly type: 'text';
  readonly value: Expression<'instant'>;
}

/** A point in time in words, in UTC. */
export function instantText(value: Expression<'instant'>): Expression<'text'> {
  return Object.freeze({ kind: 'instant-text', type: 'text', value });
}
