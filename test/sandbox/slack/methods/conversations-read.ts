import { historyScopes, readScopes } from '../channel-scopes.ts';
import { channelOf, ownChannel } from '../conversation.ts';
import { flag, text } from '../input.ts';
import type { Method, MethodCall } from '../method.ts';
import { page } from '../page.ts';
import { Refusal } from '../refusal.ts';
import { channelView, messageView } from '../views.ts';
import { findMessage } from '../workspace.ts';

/** `conversations.info`: a channel by id; `num_members` when asked for. */
export const conversationsInfo: Method = {
  name: 'conversations.info',
  verb: 'GET',
  tier: 3,
  scopes: readScopes,
  answer: (call) => {
    const channel = channelOf(call);
    return {
      channel: {
        ...channelView(channel, call.token.user_id),
        ...(flag(call.input, 'include_num_members') ? { num_members: channel.num_members } : {}),
      },
    };
  },
};

/** `conversations.members`: emulate's list, cut into pages. */
export const conversationsMembers: Method = {
  name: 'conversations.members',
  verb: 'GET',
  tier: 4,
  scopes: readScopes,
  answer: (call) => {
    const { rows, next } = page(call.input, channelOf(call).members, (member) => member);
    return { members: rows, response_metadata: { next_cursor: next } };
  },
};

const inRange = ({ input }: MethodCall, ts: string) => {
  const [oldest, latest] = [text(input, 'oldest') || '0', text(input, 'latest') || 'Infinity'].map(Number);
  const time = Number(ts);
  const edge = flag(input, 'inclusive') && (time === oldest || time === latest);
  return edge || (time > (oldest ?? 0) && time < (latest ?? Number.POSITIVE_INFINITY));
};

const shown = (call: MethodCall, messages: Parameters<typeof messageView>[0][]) => {
  const { rows, next } = page(call.input, messages, (message) => message.ts);
  const withMetadata = flag(call.input, 'include_all_metadata');
  return {
    messages: rows.map((message) => messageView(message, withMetadata)),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
};

const byTime = (one: { readonly ts: string }, other: { readonly ts: string }) => (one.ts < other.ts ? -1 : 1);

/** `conversations.history`: newest first, replies only if broadcast, metadata only when asked for. */
export const conversationsHistory: Method = {
  name: 'conversations.history',
  verb: 'GET',
  tier: 3,
  scopes: historyScopes,
  answer: (call) => {
    const channel = ownChannel(call);
    const messages = call.workspace.store.messages
      .findBy('channel_id', channel.channel_id)
      .filter(({ ts, thread_ts, reply_broadcast }) => !thread_ts || thread_ts === ts || reply_broadcast)
      .filter(({ ts }) => inRange(call, ts));
    return shown(call, messages.sort(byTime).reverse());
  },
};

/** `conversations.replies`: a parent and its replies, oldest first. */
export const conversationsReplies: Method = {
  name: 'conversations.replies',
  verb: 'GET',
  tier: 3,
  scopes: historyScopes,
  answer: (call) => {
    const channel = ownChannel(call);
    const parent = findMessage(call.workspace, channel.channel_id, text(call.input, 'ts'));
    if (!parent) throw new Refusal('thread_not_found');
    const messages = call.workspace.store.messages
      .findBy('channel_id', channel.channel_id)
      .filter(({ ts, thread_ts }) => ts === parent.ts || thread_ts === parent.ts)
      .filter(({ ts }) => ts === parent.ts || inRange(call, ts));
    return shown(call, messages.sort(byTime));
  },
};
