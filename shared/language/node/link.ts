import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/**
 * A Slack link `<url|label>`. White space, `|`, `<` and `>` of the URL are percent-encoded (each blank as `%20`); the label
 * is escaped and each of its `|` and line breaks becomes a blank. Without a URL it is the label alone, without a label the
 * URL stands for it; without both it is missing.
 */
export interface LinkNode {
  readonly kind: 'link';
  readonly type: 'text';
  readonly url: Expression<'text'>;
  readonly label: Expression<'text'>;
}

/** A link. */
export function link(url: Expression<'text'>, label: Operand<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'link', type: 'text', url, label: lift('text', label) });
}
