import { objectType } from '../../language/object-type.ts';
import { User } from './user.ts';

/** A comment on a post of Chatter. */
export const FeedComment = objectType('FeedComment', {
  Id: 'text',
  ParentId: 'text',
  FeedItemId: 'text',
  CommentBody: 'text',
  IsRichText: 'boolean',
  CreatedDate: 'instant',
  CreatedBy: { parent: () => User },
});
