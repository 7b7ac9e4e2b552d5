import { checkFree, checkName } from '../channel-name.ts';
import { flag, text } from '../input.ts';
import type { Method } from '../method.ts';
import { newChannel } from '../store/rows.ts';
import { channelView } from '../views.ts';

/** `conversations.create`: the caller becomes creator and only member. */
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
