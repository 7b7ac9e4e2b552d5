import { eventKey } from '../../delivery/event-key.ts';
import { readFacts } from '../../delivery/facts.ts';
import { messageDelivery } from '../../delivery/message-delivery.ts';
import { startsThread } from '../../delivery/step/burst.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import { exists, literal, note } from '../../language/index.ts';
import { input } from '../../signal/new-lead/input.ts';
import { leadAlertPlan, newLead } from '../../signal/new-lead/new-lead.ts';
import type { Action } from '../action.ts';
import { aliases } from '../input/aliases.ts';
import { burstInputs } from '../input/burst.ts';
import { cardInputs } from '../input/card.ts';
import { deliveryName, eventKeyInput, recordIdInput } from '../input/delivery.ts';
import { destinationInputs, destinationRule } from '../input/destination.ts';
import { extraFieldsInput } from '../input/extra-fields.ts';
import { currency } from '../input/money.ts';
import { toOwnerInput } from '../input/to-owner.ts';
import { messageOutputs } from '../output/message.ts';
import { SAMPLE_LEAD } from '../trigger/lead-created.ts';

const { name, reads, left, person, message } = leadAlertPlan({
  recordUrl,
  mark: note('text', 'mark'),
  members: literal('list', []),
  missing: note('list', 'notReached'),
  startsThread,
});

/** Tells people of a new lead. */
export const sendLeadAlert: Action = {
  operation: {
    key: 'send_lead_alert',
    group: 'Lead Alerts',
    noun: 'Lead Alert',
    label: 'Send Lead Alert',
    description:
      'Posts a new lead to a channel or sends it to its owner. Runs once per event key, however often it is called.',
    inputs: [
      recordIdInput('Lead', 'The lead that is new'),
      eventKeyInput('one lead makes one alert', 'it is made of the delivery name and the lead'),
      deliveryName(newLead.name),
      toOwnerInput('lead'),
      ...destinationInputs,
      ...burstInputs,
      aliases,
      ...cardInputs('New lead and the name'),
      currency,
      extraFieldsInput('lead-extra-fields'),
    ],
    rules: [destinationRule],
    outputs: messageOutputs,
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${newLead.name}-${SAMPLE_LEAD}-new`,
      record_id: SAMPLE_LEAD,
      channel_id: 'C00SALESWI',
      message_ts: '1795212060.000001',
      warnings: [],
    },
  },
  object: newLead.object,
  delivery: messageDelivery({
    name,
    entry: { key: eventKey(input('delivery_name'), input('record_id'), newLead.stamp) },
    reads: readFacts(reads),
    found: exists(note('text', 'record')),
    left,
    gathers: true,
    person,
    message,
    readLabels: reads.extraLabels,
  }),
  lockBy: 'record_id',
  paceBy: ['channel', 'person'],
};
