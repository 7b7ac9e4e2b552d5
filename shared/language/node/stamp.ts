import type { Expression } from './node.ts';

/** An instant as digits `yyyymmddhhmmss` in UTC, for keys; a missing instant stays missing. */
export interface StampNode {
  readonly kind: 'stamp';
  readonly type: 'text';
  readonly value: Expression<'instant'>;
}

/** An instant as digits. */
export function stamp(value: Expression<'instant'>): Expression<'text'> {
  return Object.freeze({ kind: 'stamp', type: 'text', value });
}
