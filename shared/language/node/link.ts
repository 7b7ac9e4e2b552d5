import { InvalidTreeError } from '../invalid-tree-error.ts';
import { lift, type Operand } from '../lift.ts';
import type { Expression } from './node.ts';

/**
 * A Slack link `<url|label>`. White space, `|`, `<` and `>` of the URL are percent-encoded (each blank as `%20`); the label
 * is escaped, each of its `|` and line breaks becomes a blank, and then it is cut as by `truncate` where a length is given.
 * Without a URL it is the label alone, without a label the URL stands for it; without both it is missing.
 */
export interface LinkNode {
  readonly kind: 'link';
  readonly type: 'text';
  readonly url: Expression<'text'>;
  readonly label: Expression<'text'>;
  /** UTF-16 units that the escaped label may have. */
  readonly longest: number | undefined;
}

/** A link, whose label has at most `longest` characters once it is escaped. */
export function link(url: Expression<'text'>, label: Operand<'text'>, longest?: number): Expression<'text'> {
  if (longest !== undefined && (!Number.isInteger(longest) || longest < 1))
    throw new InvalidTreeError('link', 'longest', `${longest} is no length of a text`);
  return Object.freeze({ kind: 'link', type: 'text', url, label: lift('text', label), longest });
}
