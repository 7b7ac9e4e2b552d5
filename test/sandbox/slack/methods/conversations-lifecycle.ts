import { checkFree, checkName } from '../channel-name.ts';
import { manageScopes } from '../channel-scopes.ts';
import { channelOf, isMember, ownChannel } from '../conversation.ts';
import { text } from '../input.ts';
import { join } from '../join.ts';
import { type Method, passOn } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { channelView } from '../views.ts';
import { isDirect } from '../workspace.ts';

/** `conversations.join`: public channels only; joining twice is a warning. */
export const conversationsJoin: Method = {
  name: 'conversations.join',
  verb: 'POST',
  tier: 3,
  scopes: [['channels:join']],
  answer: (call) => {
    const channel = channelOf(call);
    const caller = call.token.user_id;
    if (channel.is_private || isDirect(channel)) throw new Refusal('method_not_supported_for_channel_type');
    if (channel.is_archived) throw new Refusal('is_archived');
    if (!isMember(channel, caller))
      return { channel: channelView(join(call.workspace, channel, [caller]), caller) };
    return { channel: channelView(channel, caller), warning: 'already_in_channel' };
  },
};

/** `conversations.rename`: by the rules for names of new channels. */
export const conversationsRename: Method = {
  name: 'conversations.rename',
  verb: 'POST',
  tier: 2,
  scopes: manageScopes,
  answer: (call) => {
    const channel = ownChannel(call);
    const name = text(call.input, 'name');
    checkName(name);
    checkFree(call.workspace, name, channel.channel_id);
    return passOn(call);
  },
};

/** `conversations.archive`: `already_archived` the second time. */
export const conversationsArchive: Method = {
  name: 'conversations.archive',
  verb: 'POST',
  tier: 2,
  scopes: manageScopes,
  answer: (call) => {
    ownChannel(call);
    return passOn(call);
  },
};

/** `conversations.unarchive`: opens an archived channel again. */
export const conversationsUnarchive: Method = {
  name: 'conversations.unarchive',
  verb: 'POST',
  tier: 2,
  scopes: manageScopes,
  answer: (call) => {
    channelOf(call);
    return passOn(call);
  },
};
