import { ownChannel, topicScopes } from '../conversation.ts';
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

export const conversationsSetTopic = caption('conversations.setTopic');
export const conversationsSetPurpose = caption('conversations.setPurpose');
