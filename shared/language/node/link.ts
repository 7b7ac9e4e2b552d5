import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/** A Slack link: spaces, `|`, `<` and `>` of the URL are percent-encoded, the label is escaped, its `|` and line breaks replaced. */
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
