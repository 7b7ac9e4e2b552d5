import type { SeedChannel } from '../seed.ts';
import type { Channel, New, User } from './records.ts';

/** A person's row, with nothing special about them. */
export const newPerson = (
  team: string,
  id: string,
  name: string,
  realName: string,
  email: string,
): New<User> => ({
  user_id: id,
  team_id: team,
  name,
  real_name: realName,
  email,
  tz: 'America/Los_Angeles',
  is_admin: false,
  is_bot: false,
  deleted: false,
  is_restricted: false,
  is_ultra_restricted: false,
  presence: 'active',
  profile: { real_name: realName, display_name: name, email, title: '' },
});

/** A user row for somebody; the name before the @ is the Slack name. */
export const newUser = (team: string, id: string, realName: string, email: string) =>
  newPerson(team, id, email.split('@')[0] ?? id, realName, email.toLowerCase());

/** A channel's row; an id is replaced when the row is inserted rather than seeded. */
export function newChannel(team: string, channel: SeedChannel): New<Channel> {
  const caption = (value: string) => ({ value, creator: value ? channel.creator : '', last_set: 0 });
  return {
    channel_id: channel.id,
    team_id: team,
    name: channel.name,
    is_channel: !channel.isPrivate,
    is_private: channel.isPrivate ?? false,
    is_archived: channel.archived ?? false,
    topic: caption(channel.topic ?? ''),
    purpose: caption(''),
    members: channel.members,
    creator: channel.creator,
    num_members: channel.members.length,
  };
}
