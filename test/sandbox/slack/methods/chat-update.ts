import { ownChannel } from '../conversation.ts';
import { type Method, passOn } from '../method.ts';
import { Refusal } from '../refusal.ts';

export const chatUpdate: Method = {
  name: 'chat.update',
  verb: 'POST',
  tier: 3,
  scopes: [['chat:write']],
  answer: async (call) => {
    const channel = ownChannel(call);
    if (channel.is_archived) throw new Refusal('is_inactive');
    return passOn(call);
  },
};
