import { ownChannel } from '../conversation.ts';
import { checkMessage } from '../message-check.ts';
import { type Method, passOn } from '../method.ts';
import type { Message } from '../store/records.ts';
import { authorOf, checkThread, postScopes } from './chat-post-message.ts';

/** `chat.postEphemeral`: to one member of a channel the bot is in; it is not kept among the messages. */
export const chatPostEphemeral: Method = {
  name: 'chat.postEphemeral',
  verb: 'POST',
  tier: 4,
  scopes: postScopes,
  answer: async (call) => {
    checkMessage(call, { refuseLongText: false, needsContent: true });
    checkThread(call, ownChannel(call));
    const answer = await passOn(call, { ...call.input, ...authorOf(call) });
    const posted = call.workspace.store.collection('slack.ephemeral_messages').all().at(-1) as Message;
    return { ...answer, message_ts: posted.ts };
  },
};
