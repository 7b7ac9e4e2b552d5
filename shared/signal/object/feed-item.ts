import { objectType } from '../../language/object-type.ts';
import { User } from './user.ts';

/** A post on the Chatter feed of a record. */
export const FeedItem = objectType('FeedItem', {
  Id: 'text',
  ParentId: 'text',
  Type: 'text',
  Body: 'text',
  IsRichText: 'boolean',
  CreatedDate: 'instant',
  CreatedBy: { parent: () => User },
});
