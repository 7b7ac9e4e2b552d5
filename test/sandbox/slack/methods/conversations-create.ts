import { flag, text } from '../input.ts';
import type { Method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { channelView } from '../views.ts';
import { channelsNamed, newChannel, type Workspace } from '../workspace.ts';

const MAXIMUM_LENGTH = 80;
/** How long a new name stays unseen while `racyNames` is on, in milliseconds. */
const NAME_LAG = 1000;

/** Refuses a channel name as Slack does, without repairing it. */
export function checkName(name: string): void {
  if (name === '') throw new Refusal('invalid_name_required');
  if (name.length > MAXIMUM_LENGTH) throw new Refusal('invalid_name_maxlength');
  if (/^[-_\p{P}]+$/u.test(name)) throw new Refusal('invalid_name_punctuation');
  if (!/^[a-z0-9_-]+$/.test(name)) throw new Refusal('invalid_name_specials');
}

/** Throws `name_taken` when any other room has the name, archived and hidden ones included. */
export function checkFree(workspace: Workspace, name: string, except?: string): void {
  const { clock, racyNames } = workspace;
  const seen = channelsNamed(workspace, name).filter(
    (channel) =>
      channel.channel_id !== except &&
      !(racyNames && clock.now() - Date.parse(channel.created_at) < NAME_LAG),
  );
  if (seen.length > 0) throw new Refusal('name_taken');
}

export const conversationsCreate: Method = {
  name: 'conversations.create',
  verb: 'POST',
  tier: 2,
  scopes: ({ input }) => [[flag(input, 'is_private') ? 'groups:write' : 'channels:manage']],
  answer: ({ workspace, input, token }) => {
    const name = text(input, 'name');
    checkName(name);
    checkFree(workspace, name);
    const channel = workspace.store.channels.insert(
      newChannel(workspace.team.id, {
        id: 'C',
        name,
        creator: token.user_id,
        members: [token.user_id],
        isPrivate: flag(input, 'is_private'),
      }),
    );
    return { channel: channelView(channel, token.user_id) };
  },
};
