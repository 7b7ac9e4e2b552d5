import { channelOf } from '../conversation.ts';
import { type Method, passOn } from '../method.ts';

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
