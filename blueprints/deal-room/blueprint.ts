import { exists, field } from '../../shared/language/index.ts';
import { openDealRoom } from '../../shared/operation/action/open-deal-room.ts';
import { opportunityEnteredStage } from '../../shared/operation/trigger/opportunity-entered-stage.ts';
import type { Blueprint } from '../blueprint.ts';

/** A won deal gets its room. */
export const dealRoomBlueprint: Blueprint = {
  name: 'deal-room',
  flows: [
    {
      title: 'Open a deal room when an opportunity is won',
      trigger: {
        operation: opportunityEnteredStage.operation,
        title: 'An opportunity enters Closed Won',
        inputs: { stages: ['Closed Won'], delivery_name: 'deal-room' },
      },
      filter: {
        title: 'Every deal passes; add conditions of your own, such as an amount',
        keep: exists(field('text', 'record_id')),
      },
      actions: [
        {
          operation: openDealRoom.operation,
          title: 'Open the deal room in Slack',
          inputs: {
            record_id: { from: 'record_id' },
            event_key: { from: 'event_key' },
            stages: { from: 'stages' },
            delivery_name: { from: 'delivery_name' },
          },
        },
      ],
      slackStepOfVariant: {
        title: 'Tell a channel that the deal is won',
        text: ['A deal was won and has its room: ', { from: 'record_url' }],
      },
    },
  ],
};
