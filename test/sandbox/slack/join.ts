import type { Channel } from './store/records.ts';
import { addMessage, type Workspace } from './workspace.ts';

/** Adds people to a channel, with the join message that Slack writes for each. */
export function join(
  workspace: Workspace,
  channel: Channel,
  users: readonly string[],
  inviter?: string,
): Channel {
  const members = [...channel.members, ...users];
  const joined = workspace.store.channels.update(channel.id, { members, num_members: members.length });
  for (const user of users)
    addMessage(workspace, {
      channel_id: channel.channel_id,
      user,
      subtype: channel.is_private ? 'group_join' : 'channel_join',
      text: `<@${user}> has joined the channel`,
      ...(inviter ? { inviter } : {}),
    });
  return joined ?? channel;
}
