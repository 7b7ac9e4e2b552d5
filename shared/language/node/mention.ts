import type { Expression } from './node.ts';

/** A Slack mention of a person (U…, W…) or a user group (S…) by id; anything that is not such an id is left out. */
export interface MentionNode {
  readonly kind: 'mention';
  readonly type: 'text';
  readonly id: Expression<'text'>;
}

/** A mention by id. */
export function mention(id: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'mention', type: 'text', id });
}
