import { isMember, visible } from '../conversation.ts';
import { flag, text } from '../input.ts';
import { checkMessage, checkThread } from '../message-check.ts';
import { type Method, type MethodCall, passOn } from '../method.ts';
import { Refusal } from '../refusal.ts';
import type { Channel } from '../store/records.ts';
import { channelsNamed, findUser, openDirect } from '../workspace.ts';

/** Where a message goes: a channel's id, a room's name, or a person's id. */
function destination(call: MethodCall): Channel {
  const { workspace, token } = call;
  const target = text(call.input, 'channel');
  const person = findUser(workspace, target);
  if (person && person.user_id !== token.user_id) return openDirect(workspace, token.user_id, person);
  const named = channelsNamed(workspace, target.replace(/^#/, ''))[0];
  const channel = visible(call, target) ?? (named && visible(call, named.channel_id));
  if (!channel) throw new Refusal('channel_not_found');
  const mayPost = isMember(channel, token.user_id) || token.scopes.includes('chat:write.public');
  if (!mayPost) throw new Refusal('not_in_channel');
  return channel;
}

/** The scopes of posting; another name or icon needs one more. */
export const postScopes = ({ input }: MethodCall) => [
  ['chat:write'],
  ...(input.username || input.icon_url || input.icon_emoji ? [['chat:write.customize']] : []),
];

/** The marks of the app that a token belongs to. */
export const authorOf = ({ token }: MethodCall) =>
  token.bot_id === undefined ? {} : { bot_id: token.bot_id, app_id: token.app_id };

/** `chat.postMessage`: to a channel, or to a person in the conversation that is opened for it. */
export const chatPostMessage: Method = {
  name: 'chat.postMessage',
  verb: 'POST',
  tier: 'post',
  scopes: postScopes,
  answer: async (call) => {
    checkMessage(call, { refuseLongText: false, needsContent: true });
    const channel = destination(call);
    checkThread(call.workspace, channel.channel_id, text(call.input, 'thread_ts'));
    const answer = await passOn(call, {
      ...call.input,
      ...authorOf(call),
      channel: channel.channel_id,
      text: text(call.input, 'text') || text(call.input, 'markdown_text'),
      ...(flag(call.input, 'reply_broadcast') ? { reply_broadcast: true } : {}),
    });
    return { ...answer, ts: (answer.message as { readonly ts: string }).ts };
  },
};
