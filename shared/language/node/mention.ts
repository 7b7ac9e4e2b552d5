import type { Expression } from './node.ts';

/**
 * A Slack mention of a person (`U…`, `W…` become `<@U…>`) or a user group (`S…` becomes `<!subteam^S…>`) by id; anything
 * else than such a letter with capital letters and digits after it is missing.
 */
export interface MentionNode {
  readonly kind: 'mention';
  readonly type: 'text';
  readonly id: Expression<'text'>;
}

/** A mention by id. */
export function mention(id: Expression<'text'>): Expression<'text'> {
  return Object.freeze({ kind: 'mention', type: 'text', id });
}
