import type { Expression } from './node.ts';

/**
 * 32 hexadecimal digits that tell texts apart without saying them: the MD5 of the percent-encoded text, which says
 * nothing about who wrote it. A missing text has the fingerprint of the empty one.
 */
export interface FingerprintNode {
  readonly kind: 'fingerprint';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** What tells a text from others without saying it. */
export function fingerprint(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'fingerprint', type: 'text', value });
}
