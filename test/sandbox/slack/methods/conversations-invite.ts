import { inviteScopes } from '../channel-scopes.ts';
import { isMember, ownChannel } from '../conversation.ts';
import { flag, list } from '../input.ts';
import { join } from '../join.ts';
import type { Method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import type { Channel } from '../store/records.ts';
import { channelView } from '../views.ts';
import { findUser, isDirect, type Workspace } from '../workspace.ts';

const MAXIMUM_USERS = 100;

const inAnyChannel = ({ store }: Workspace, user: string) =>
  store.channels.all().some((channel) => !isDirect(channel) && isMember(channel, user));

function problemOf(workspace: Workspace, channel: Channel, caller: string, id: string): string | undefined {
  const user = findUser(workspace, id);
  if (!user || user.deleted) return 'user_not_found';
  if (id === caller) return 'cant_invite_self';
  if (isMember(channel, id)) return 'already_in_channel';
  if (user.is_ultra_restricted && inAnyChannel(workspace, id)) return 'ura_max_channels';
  return undefined;
}

/**
 * `conversations.invite`: everybody or nobody, with a code for each person who stands in the way; `force` adds the
 * others.
 */
export const conversationsInvite: Method = {
  name: 'conversations.invite',
  verb: 'POST',
  tier: 3,
  scopes: inviteScopes,
  answer: (call) => {
    const { workspace, input } = call;
    const caller = call.token.user_id;
    const channel = ownChannel(call);
    if (channel.is_archived) throw new Refusal('is_archived');
    if (isDirect(channel)) throw new Refusal('method_not_supported_for_channel_type');
    if (findUser(workspace, caller)?.is_restricted) throw new Refusal('user_is_restricted');
    const users = list(input, 'users');
    if (users.length === 0) throw new Refusal('no_user');
    if (users.length > MAXIMUM_USERS) throw new Refusal('too_many_users');
    const errors = users.flatMap((user) => {
      const error = problemOf(workspace, channel, caller, user);
      return error ? [{ user, ok: false, error }] : [];
    });
    const welcome = users.filter((user) => !errors.some((entry) => entry.user === user));
    const first = errors[0];
    if (first && (!flag(input, 'force') || welcome.length === 0)) throw new Refusal(first.error, { errors });
    const joined = join(workspace, channel, welcome, caller);
    return { channel: channelView(joined, caller), ...(first ? { errors } : {}) };
  },
};
