import { channelOf, visible } from '../conversation.ts';
import { flag, list, text } from '../input.ts';
import { type Method, type MethodCall, passOn } from '../method.ts';
import { Refusal } from '../refusal.ts';
import type { User } from '../store/records.ts';
import { channelView } from '../views.ts';
import { findDirect, findUser, openDirect } from '../workspace.ts';

const MAXIMUM_USERS = 8;

function invited({ workspace, input }: MethodCall): readonly User[] {
  const ids = list(input, 'users');
  if (ids.length === 0) throw new Refusal('users_list_not_supplied');
  if (ids.length > MAXIMUM_USERS) throw new Refusal('too_many_users');
  return ids.map((id) => {
    const user = findUser(workspace, id);
    if (!user) throw new Refusal('user_not_found');
    if (user.deleted) throw new Refusal('user_disabled');
    return user;
  });
}

function openWith(call: MethodCall, person: User) {
  const { workspace, input, token } = call;
  const existing = findDirect(workspace, token.user_id, person.user_id);
  if (!existing && flag(input, 'prevent_creation')) throw new Refusal('channel_not_found');
  const channel = existing ?? openDirect(workspace, token.user_id, person);
  return {
    ...(existing ? { no_op: true, already_open: true } : {}),
    channel: flag(input, 'return_im') ? channelView(channel, token.user_id) : { id: channel.channel_id },
  };
}

function ofSeveral(call: MethodCall): boolean {
  const named = text(call.input, 'channel');
  if (named !== '') return visible(call, named)?.is_mpim === true;
  return list(call.input, 'users').length > 1;
}

/** `conversations.open`: one-to-one conversations are ours, those of several people emulate's. */
export const conversationsOpen: Method = {
  name: 'conversations.open',
  verb: 'POST',
  tier: 3,
  scopes: (call) => [[ofSeveral(call) ? 'mpim:write' : 'im:write']],
  answer: (call) => {
    if (text(call.input, 'channel') !== '') {
      channelOf(call);
      return passOn(call);
    }
    const [person, ...others] = invited(call);
    return person && others.length === 0 ? openWith(call, person) : passOn(call);
  },
};
