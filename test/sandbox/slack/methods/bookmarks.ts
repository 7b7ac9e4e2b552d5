import { channelOf, ownChannel } from '../conversation.ts';
import { text } from '../input.ts';
import { type Method, passOn } from '../method.ts';
import { Refusal } from '../refusal.ts';

function checkLink(link: string): void {
  if (link !== '' && !/^https?:\/\//.test(link)) throw new Refusal('invalid_link');
}

function checkEmoji(emoji: string): void {
  if (emoji !== '' && !/^:[^:\s]+:$/.test(emoji)) throw new Refusal('invalid_emoji');
}

const writing = (name: string): Method => ({
  name,
  verb: 'POST',
  tier: 2,
  scopes: [['bookmarks:write']],
  answer: (call) => {
    ownChannel(call, 'channel_id');
    checkLink(text(call.input, 'link'));
    checkEmoji(text(call.input, 'emoji'));
    return passOn(call);
  },
});

export const bookmarksAdd = writing('bookmarks.add');
export const bookmarksEdit = writing('bookmarks.edit');
export const bookmarksRemove = writing('bookmarks.remove');

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
