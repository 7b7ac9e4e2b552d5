import { ownChannel } from '../conversation.ts';
import { text } from '../input.ts';
import { checkMessage, checkThread } from '../message-check.ts';
import { type Method, passOn } from '../method.ts';
import { authorOf, postScopes } from './chat-post-message.ts';

/** `chat.postEphemeral`: to one member of a channel the bot is in; it is not kept among the messages. */
export const chatPostEphemeral: Method = {
  name: 'chat.postEphemeral',
  verb: 'POST',
  tier: 4,
  scopes: postScopes,
  answer: async (call) => {
    checkMessage(call, { refuseLongText: false, needsContent: true });
    checkThread(call.workspace, ownChannel(call).channel_id, text(call.input, 'thread_ts'));
    const answer = await passOn(call, { ...call.input, ...authorOf(call) });
    return { ...answer, message_ts: call.workspace.store.ephemerals.all().at(-1)?.ts };
  },
};
