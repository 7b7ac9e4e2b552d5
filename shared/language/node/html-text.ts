import type { Expression } from './node.ts';

/**
 * What people read of HTML: line breaks for the ends of paragraphs and items, no tags, and the signs that the entities of
 * HTML for blanks, quotes, `<`, `>` and `&` stand for. A missing text stays missing.
 */
export interface HtmlTextNode {
  readonly kind: 'html-text';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** What people read of HTML. */
export function htmlText(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'html-text', type: 'text', value });
}
