import { topicScopes } from '../channel-scopes.ts';
import { ownChannel } from '../conversation.ts';
import { type Method, passOn } from '../method.ts';

const caption = (name: string): Method => ({
  name,
  verb: 'POST',
  tier: 2,
  scopes: topicScopes,
  answer: (call) => {
    ownChannel(call);
    return passOn(call);
  },
});

/** `conversations.setTopic`: at most 250 characters. */
export const conversationsSetTopic = caption('conversations.setTopic');
/** `conversations.setPurpose`: at most 250 characters. */
export const conversationsSetPurpose = caption('conversations.setPurpose');
