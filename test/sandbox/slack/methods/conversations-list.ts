import { scopeOfType } from '../channel-scopes.ts';
import { isMember, kindOf, visible } from '../conversation.ts';
import { flag, list, text } from '../input.ts';
import type { Method, MethodCall } from '../method.ts';
import { page } from '../page.ts';
import { Refusal } from '../refusal.ts';
import type { Channel } from '../store/records.ts';
import { channelView } from '../views.ts';
import { findUser } from '../workspace.ts';

function typesOf({ input }: MethodCall) {
  const types = list(input, 'types');
  return (types.length === 0 ? ['public_channel'] : types).map((type) => {
    const found = scopeOfType(type);
    if (!found) throw new Refusal('invalid_types');
    return found;
  });
}

const scopes = (call: MethodCall) => typesOf(call).map((type) => type.scopes);

function listed(call: MethodCall, keep: (channel: Channel) => boolean) {
  const { input, token } = call;
  const kinds = new Set(typesOf(call).map(({ kind }) => kind));
  const channels = call.workspace.store.channels
    .all()
    .filter((channel) => kinds.has(kindOf(channel)) && keep(channel))
    .filter((channel) => !flag(input, 'exclude_archived') || !channel.is_archived);
  const { rows, next } = page(input, channels, (channel) => channel.channel_id);
  return {
    channels: rows.map((channel) => ({
      ...channelView(channel, token.user_id),
      num_members: channel.num_members,
    })),
    response_metadata: { next_cursor: next },
  };
}

/** `conversations.list`: of a computed population only the channels that were changed appear. */
export const conversationsList: Method = {
  name: 'conversations.list',
  verb: 'GET',
  tier: 2,
  scopes,
  answer: (call) => listed(call, (channel) => visible(call, channel.channel_id) !== undefined),
};

/** `users.conversations`: the caller's own channels, or those of `user` that the caller may know of. */
export const usersConversations: Method = {
  name: 'users.conversations',
  verb: 'GET',
  tier: 3,
  scopes,
  answer: (call) => {
    const user = text(call.input, 'user') || call.token.user_id;
    if (!findUser(call.workspace, user)) throw new Refusal('user_not_found');
    return listed(
      call,
      (channel) => isMember(channel, user) && visible(call, channel.channel_id) !== undefined,
    );
  },
};
