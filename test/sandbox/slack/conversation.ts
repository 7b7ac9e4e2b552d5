import { text } from './input.ts';
import type { MethodCall } from './method.ts';
import { Refusal } from './refusal.ts';
import type { Channel } from './store/records.ts';
import { findChannel } from './workspace.ts';

/** The four kinds of conversation; scopes go by them. */
export type Kind = 'public' | 'private' | 'im' | 'mpim';

/** Which kind of conversation a channel is. */
export function kindOf(channel: Channel): Kind {
  if (channel.is_im) return 'im';
  if (channel.is_mpim) return 'mpim';
  return channel.is_private ? 'private' : 'public';
}

/** Whether a person is in a channel. */
export const isMember = (channel: Channel, user: string) => channel.members.includes(user);

/** The channel if it exists and the caller may know of it: a private one only for its members. */
export function visible(call: MethodCall, id: string): Channel | undefined {
  const channel = findChannel(call.workspace, id);
  return channel && (!channel.is_private || isMember(channel, call.token.user_id)) ? channel : undefined;
}

/** The channel an argument names by id; throws `channel_not_found`. */
export function channelOf(call: MethodCall, argument = 'channel'): Channel {
  const channel = visible(call, text(call.input, argument));
  if (!channel) throw new Refusal('channel_not_found');
  return channel;
}

/** As `channelOf`; throws `not_in_channel` when the caller is not a member. */
export function ownChannel(call: MethodCall, argument = 'channel'): Channel {
  const channel = channelOf(call, argument);
  if (!isMember(channel, call.token.user_id)) throw new Refusal('not_in_channel');
  return channel;
}
