import { text } from './input.ts';
import type { Alternatives, MethodCall } from './method.ts';
import { Refusal } from './refusal.ts';
import type { Channel } from './store/records.ts';
import { findChannel } from './workspace.ts';

type Kind = 'public' | 'private' | 'im' | 'mpim';

export function kindOf(channel: Channel): Kind {
  if (channel.is_im) return 'im';
  if (channel.is_mpim) return 'mpim';
  return channel.is_private ? 'private' : 'public';
}

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

const READ: Readonly<Record<Kind, Alternatives>> = {
  public: ['channels:read'],
  private: ['groups:read'],
  im: ['im:read'],
  mpim: ['mpim:read'],
};
const HISTORY: Readonly<Record<Kind, Alternatives>> = {
  public: ['channels:history'],
  private: ['groups:history'],
  im: ['im:history'],
  mpim: ['mpim:history'],
};
const MANAGE: Readonly<Record<Kind, Alternatives>> = {
  public: ['channels:manage'],
  private: ['groups:write'],
  im: ['im:write'],
  mpim: ['mpim:write'],
};

/** The scopes that fit the kind of the channel called; any kind's while the caller cannot see the channel. */
const byKind = (scopes: Readonly<Record<Kind, Alternatives>>) => (call: MethodCall) => {
  const channel = visible(call, text(call.input, 'channel'));
  return [channel ? scopes[kindOf(channel)] : Object.values(scopes).flat()];
};

const orFiner = (suffix: string) =>
  byKind({
    ...MANAGE,
    public: [...MANAGE.public, `channels:write.${suffix}`],
    private: [...MANAGE.private, `groups:write.${suffix}`],
  });

export const readScopes = byKind(READ);
export const historyScopes = byKind(HISTORY);
export const manageScopes = byKind(MANAGE);
export const inviteScopes = orFiner('invites');
export const topicScopes = orFiner('topic');

/** The read scope of a kind as `types` names it, such as `private_channel`; `undefined` for an unknown type. */
export function scopeOfType(
  type: string,
): { readonly kind: Kind; readonly scopes: Alternatives } | undefined {
  const kind = (
    {
      public_channel: 'public',
      private_channel: 'private',
      im: 'im',
      mpim: 'mpim',
    } as const satisfies Record<string, Kind>
  )[type as 'im'];
  return kind && { kind, scopes: READ[kind] };
}
