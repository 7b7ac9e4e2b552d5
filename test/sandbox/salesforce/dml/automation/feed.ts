import type { After, Before } from '../automation.ts';

/** A comment belongs to the record of its post. */
export const feedCommentBefore: Before = (org, _before, row) => {
  row.ParentId = org.store.table('FeedItem').get(String(row.FeedItemId))?.ParentId ?? null;
};

/** A post counts its comments. */
export const feedCommentAfter: After = (org, _author, before, row) => {
  const post = org.store.table('FeedItem').get(String(row.FeedItemId));
  if (before === undefined && post !== undefined)
    org.store.put('FeedItem', { ...post, CommentCount: Number(post.CommentCount ?? 0) + 1 });
};
