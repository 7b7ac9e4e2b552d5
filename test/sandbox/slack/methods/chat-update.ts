import { channelOf } from '../conversation.ts';
import { structured } from '../input.ts';
import { checkMessage } from '../message-check.ts';
import { type Method, passOn } from '../method.ts';
import { Refusal } from '../refusal.ts';

/** `chat.update`: text without blocks removes the blocks; metadata stays unless it is given. */
export const chatUpdate: Method = {
  name: 'chat.update',
  verb: 'POST',
  tier: 3,
  scopes: [['chat:write']],
  answer: async (call) => {
    if (channelOf(call).is_archived) throw new Refusal('is_inactive');
    const metadata = structured(call.input, 'metadata', 'invalid_metadata_format');
    checkMessage(call, { refuseLongText: true, needsContent: metadata === undefined });
    return passOn(call);
  },
};
