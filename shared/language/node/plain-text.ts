import type { Expression } from './node.ts';

/**
 * Slack's text as people read it: a link `<url|label>` is its label, what else stands in angle brackets stands there without
 * them, and `&lt;`, `&gt;` and `&amp;` are the signs they stand for. A missing text stays missing.
 */
export interface PlainTextNode {
  readonly kind: 'plain-text';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** What people read of a text that Slack sends. */
export function plainText(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'plain-text', type: 'text', value });
}
