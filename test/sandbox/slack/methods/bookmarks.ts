import { channelOf, ownChannel } from '../conversation.ts';
import { text } from '../input.ts';
import { type Method, passOn } from '../method.ts';
import { Refusal } from '../refusal.ts';

/** `bookmarks.add`: not idempotent; a link begins with http:// or https://, an emoji is `:name:`. */
export const bookmarksAdd: Method = {
  name: 'bookmarks.add',
  verb: 'POST',
  tier: 2,
  scopes: [['bookmarks:write']],
  answer: (call) => {
    ownChannel(call, 'channel_id');
    const link = text(call.input, 'link');
    if (link !== '' && !/^https?:\/\//.test(link)) throw new Refusal('invalid_link');
    const emoji = text(call.input, 'emoji');
    if (emoji !== '' && !/^:[^:\s]+:$/.test(emoji)) throw new Refusal('invalid_emoji');
    return passOn(call);
  },
};

/** `bookmarks.list`: the bookmarks of a channel in order of rank. */
export const bookmarksList: Method = {
  name: 'bookmarks.list',
  verb: 'POST',
  tier: 3,
  scopes: [['bookmarks:read']],
  answer: (call) => {
    channelOf(call, 'channel_id');
    return passOn(call);
  },
};
