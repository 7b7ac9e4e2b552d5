import { isMember } from './conversation.ts';
import type { Channel, Message, User } from './store/records.ts';

const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1000);

/** A channel as the API shows it to a viewer. */
export const channelView = (channel: Channel, viewer: string) => ({
  id: channel.channel_id,
  name: channel.name,
  name_normalized: channel.name,
  is_channel: channel.is_channel,
  is_group: channel.is_private && !channel.is_im && !channel.is_mpim,
  is_im: channel.is_im ?? false,
  is_mpim: channel.is_mpim ?? false,
  is_private: channel.is_private,
  is_archived: channel.is_archived,
  is_general: channel.name === 'general',
  is_member: isMember(channel, viewer),
  created: seconds(channel.created_at),
  creator: channel.creator,
  topic: channel.topic,
  purpose: channel.purpose,
  ...(channel.is_im ? { user: channel.members.find((member) => member !== viewer) ?? viewer } : {}),
});

/** A message as the API shows it; metadata only when asked for. */
export function messageView(message: Message, withMetadata: boolean) {
  const { id: _id, created_at: _created, updated_at: _updated, channel_id: _channel, ...shown } = message;
  const { metadata, reply_count, reply_users, reactions, ...rest } = shown;
  return {
    ...rest,
    ...(reply_count > 0 ? { thread_ts: message.ts, reply_count, reply_users } : {}),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...(withMetadata && metadata?.event_type ? { metadata } : {}),
  };
}

/**
 * A person as the API shows them; the address only to a token that may read it. Of deactivated people Slack shows neither
 * time zone nor roles, and the name only in the profile.
 */
export function userView(user: User, withEmail: boolean) {
  const { email, ...profile } = user.profile;
  const view = {
    id: user.user_id,
    team_id: user.team_id,
    name: user.name,
    deleted: user.deleted,
    is_bot: user.is_bot,
    profile: { ...profile, ...(withEmail && email ? { email } : {}) },
  };
  if (user.deleted) return view;
  return {
    ...view,
    real_name: user.real_name,
    tz: user.tz,
    is_admin: user.is_admin,
    is_restricted: user.is_restricted,
    is_ultra_restricted: user.is_ultra_restricted,
  };
}
