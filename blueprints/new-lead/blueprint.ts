import { exists, field } from '../../shared/language/index.ts';
import { sendLeadAlert } from '../../shared/operation/action/send-lead-alert.ts';
import { leadCreated } from '../../shared/operation/trigger/lead-created.ts';
import { newLead } from '../../shared/signal/new-lead/new-lead.ts';
import type { Blueprint } from '../blueprint.ts';

/** A new lead reaches a channel, or its owner. */
export const newLeadBlueprint: Blueprint = {
  name: newLead.name,
  flows: [
    {
      title: 'Tell people of a new lead',
      trigger: {
        operation: leadCreated.operation,
        title: 'A lead is created',
        inputs: { sources: [], ratings: [], delivery_name: newLead.name },
      },
      filter: {
        title: 'Every lead passes; add conditions of your own, such as a rating',
        keep: exists(field('text', 'record_id')),
      },
      actions: [
        {
          operation: sendLeadAlert.operation,
          title: 'Tell a channel or the owner in Slack',
          inputs: {
            record_id: { from: 'record_id' },
            event_key: { from: 'event_key' },
            delivery_name: { from: 'delivery_name' },
          },
          choose: ['channel'],
        },
      ],
      slackStepOfVariant: {
        title: 'Tell a second channel of the lead',
        text: ['A new lead came in: ', { from: 'record_url' }],
      },
    },
  ],
};
