import { channelOf, ownChannel } from '../conversation.ts';
import { type Method, passOn } from '../method.ts';

const writing = (name: string): Method => ({
  name,
  verb: 'POST',
  tier: 2,
  scopes: [['pins:write']],
  answer: (call) => {
    ownChannel(call);
    return passOn(call);
  },
});

export const pinsAdd = writing('pins.add');
export const pinsRemove = writing('pins.remove');

export const pinsList: Method = {
  name: 'pins.list',
  verb: 'GET',
  tier: 2,
  scopes: [['pins:read']],
  answer: (call) => {
    channelOf(call);
    return passOn(call);
  },
};
