import { isMember } from '../conversation.ts';
import type { Channel, User } from '../store/records.ts';
import { findChannel, findUser, type Workspace } from '../workspace.ts';

/** Who does something, and where. */
export interface Whereabouts {
  /** A person's id. */
  readonly user: string;
  /** The id of a channel or of a direct conversation the person is in. */
  readonly channel: string;
}

/** The person and the channel; throws an Error for somebody who is gone, and for a channel they are not in. */
export function whereaboutsOf(
  workspace: Workspace,
  { user: userId, channel: channelId }: Whereabouts,
): { readonly user: User; readonly channel: Channel } {
  const user = findUser(workspace, userId);
  if (!user || user.deleted) throw new Error(`nobody active has the id ${userId}`);
  const channel = findChannel(workspace, channelId);
  if (!channel || !isMember(channel, userId)) throw new Error(`${userId} is not in a channel ${channelId}`);
  return { user, channel };
}
