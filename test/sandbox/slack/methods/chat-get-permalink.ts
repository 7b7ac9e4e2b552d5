import { channelOf } from '../conversation.ts';
import { type Method, passOn } from '../method.ts';

/** `chat.getPermalink`: the address of a message; a reply names its thread. */
export const chatGetPermalink: Method = {
  name: 'chat.getPermalink',
  verb: 'GET',
  tier: 'hundreds',
  scopes: [],
  answer: (call) => {
    channelOf(call);
    return passOn(call);
  },
};
