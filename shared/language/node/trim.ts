import type { Expression } from './node.ts';

/** The text without white space (`\s` of regular expressions) at its ends; a missing text stays missing. */
export interface TrimNode {
  readonly kind: 'trim';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** Without blanks at its ends. */
export function trim(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'trim', type: 'text', value });
}
