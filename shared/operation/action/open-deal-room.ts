import { roomDelivery } from '../../delivery/room-delivery.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import { concat, note } from '../../language/index.ts';
import { dealRoom, dealRoomPlan } from '../../signal/deal-room/deal-room.ts';
import type { Action } from '../action.ts';
import { afterInputs } from '../input/after.ts';
import { briefingInputs } from '../input/briefing.ts';
import { channelInputs } from '../input/channel.ts';
import { deliveryInputs } from '../input/delivery.ts';
import { peopleInputs } from '../input/people.ts';
import { roomOutputs } from '../output/room.ts';
import { currentEntry } from '../trigger/opportunity-entered-stage.ts';

/** Opens the room of a deal. */
export const openDealRoom: Action = {
  operation: {
    key: 'open_deal_room',
    group: 'Deal Rooms',
    noun: 'Deal Room',
    label: 'Open Deal Room',
    description:
      'Opens a Slack channel for an opportunity, invites its people, posts and pins a briefing. Runs once per event key, however often it is called.',
    inputs: [
      ...deliveryInputs,
      ...channelInputs,
      ...briefingInputs,
      ...peopleInputs,
      ...afterInputs('the win', 'opportunity'),
    ],
    outputs: roomOutputs,
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: 'deal-room-006Hs00000BkXyzIAF-20250902163000',
      record_id: '006Hs00000BkXyzIAF',
      channel_id: 'C000001001',
      message_ts: '1795212060.000004',
      members: ['U00KIMRO01', 'U00SAMODE1', 'U00ANALEE1'],
      not_added: ['priya@acme.example'],
      warnings: [],
    },
  },
  object: dealRoom.object,
  delivery: roomDelivery({
    ...dealRoomPlan(
      {
        recordUrl,
        mark: note('text', 'mark'),
        members: note('list', 'members'),
        missing: note('list', 'missing'),
      },
      concat('https://app.slack.com/client/', note('text', 'teamId'), '/', note('text', 'room')),
    ),
    entry: currentEntry,
  }),
  lockBy: 'record_id',
};
