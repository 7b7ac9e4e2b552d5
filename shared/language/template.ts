import type { Node } from './node/node.ts';

/**
 * JSON with expressions as leaves: the body of a call, a card, a note.
 *
 * An expression without a value (see `exists`) leaves its key out of an object and is null in an array; a list stays
 * even when it is empty. What is written plainly (null, the empty text) stays as it is.
 */
export type Template =
  | Node
  | string
  | number
  | boolean
  | null
  | readonly Template[]
  | { readonly [key: string]: Template };

/** The template is an expression rather than JSON around expressions. */
export function isExpression(template: Template): template is Node {
  return (
    typeof template === 'object' &&
    template !== null &&
    'kind' in template &&
    'type' in template &&
    typeof template.kind === 'string'
  );
}
