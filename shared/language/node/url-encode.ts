import type { Expression } from './node.ts';

/** The text encoded as one component of a URL (encodeURIComponent); a lone surrogate counts as U+FFFD, a missing text stays missing. */
export interface UrlEncodeNode {
  readonly kind: 'url-encode';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** The text encoded as one component of a URL. */
export function urlEncoded(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'url-encode', type: 'text', value });
}
