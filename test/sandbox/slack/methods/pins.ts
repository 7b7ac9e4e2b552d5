import { channelOf, ownChannel } from '../conversation.ts';
import { type Method, passOn } from '../method.ts';

/** `pins.add`: `already_pinned` the second time. */
export const pinsAdd: Method = {
  name: 'pins.add',
  verb: 'POST',
  tier: 2,
  scopes: [['pins:write']],
  answer: (call) => {
    ownChannel(call);
    return passOn(call);
  },
};

/** `pins.list`: the pinned messages of a channel, newest pin first. */
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
