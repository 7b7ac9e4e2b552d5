import type { Expression } from './node.ts';

/** The text with Slack's three special characters escaped (`&` first, then `<` and `>`), so that it shows as it is; a missing text stays missing. */
export interface EscapeNode {
  readonly kind: 'escape';
  readonly type: 'text';
  readonly value: Expression<'text'>;
}

/** Text that Slack shows as it is. */
export function escaped(value: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'escape', type: 'text', value });
}
