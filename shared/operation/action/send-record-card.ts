import { eventKey } from '../../delivery/event-key.ts';
import { readFacts } from '../../delivery/facts.ts';
import { messageDelivery } from '../../delivery/message-delivery.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import { exists, literal, note } from '../../language/index.ts';
import { input } from '../../signal/record-state/input.ts';
import { RECORD_STATE, recordCardPlan } from '../../signal/record-state/record-state.ts';
import type { Action } from '../action.ts';
import { cardInputs } from '../input/card.ts';
import { deliveryName, recordIdInput } from '../input/delivery.ts';
import { destinationInputs, destinationRule } from '../input/destination.ts';
import { extraFieldsInput } from '../input/extra-fields.ts';
import { currency } from '../input/money.ts';
import { nameField, objectInput } from '../input/object.ts';
import { messageOutputs } from '../output/message.ts';
import { SAMPLE_RECORD } from '../trigger/record-entered-state.ts';

const { name, reads, message } = recordCardPlan({ recordUrl, mark: note('text', 'mark') });
const facts = readFacts(reads);

/** Sends the card of a record of any object. */
export const sendRecordCard: Action = {
  operation: {
    key: 'send_record_card',
    group: 'Any Record',
    noun: 'Record Card',
    label: 'Send Record Card',
    description:
      'Posts a card with the fields you choose of a record of any object. Runs once per event key, however often it is called.',
    inputs: [
      objectInput,
      recordIdInput('Record', 'The record that is shown'),
      {
        key: 'event_key',
        label: 'Event Key',
        help: 'Map Event Key of the trigger: it makes sure that one event makes one message. Left empty, a record gets one message ever.',
        type: 'text',
        longest: 160,
      },
      deliveryName(RECORD_STATE),
      ...destinationInputs,
      ...cardInputs('the name of the record'),
      nameField,
      extraFieldsInput('object-extra-fields'),
      currency,
    ],
    rules: [destinationRule],
    outputs: messageOutputs,
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${RECORD_STATE}-${SAMPLE_RECORD}-20261120220100`,
      record_id: SAMPLE_RECORD,
      channel_id: 'C00ESCALAT',
      message_ts: '1795212060.000001',
      warnings: [],
    },
  },
  object: 'Record',
  delivery: messageDelivery({
    name,
    entry: { key: eventKey(input('delivery_name'), input('record_id'), literal('text', 'card')) },
    reads: facts,
    found: exists(note('text', 'record')),
    message,
    readLabels: reads.extraLabels,
  }),
  lockBy: 'record_id',
  paceBy: ['channel', 'person'],
};
