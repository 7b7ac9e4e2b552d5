import { deliveryWithoutSalesforce } from '../../delivery/delivery-without-salesforce.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import { note } from '../../language/index.ts';
import { alertWithoutSalesforce } from '../../signal/alert-without-salesforce.ts';
import type { Action } from '../action.ts';
import { aliases } from '../input/aliases.ts';
import { cardInputs } from '../input/card.ts';
import { recordIdInput } from '../input/delivery.ts';
import { onCallInputs, rotationRule } from '../input/on-call.ts';
import { messageOutputs } from '../output/message.ts';
import { SAMPLE_CASE } from '../trigger/case-entry.ts';

/** Also the name of the delivery. */
const NAME = 'without-salesforce';

const otherCardInputs = cardInputs('').filter(({ key }) => key !== 'headline');

/** Alerts people from what the flow knows already, while Salesforce answers no calls. */
export const sendAlertWithoutSalesforce: Action = {
  operation: {
    key: 'send_alert_without_salesforce',
    group: 'Case Alerts',
    noun: 'Alert',
    label: 'Send Alert Without Salesforce',
    description:
      'Posts an alert with what the flow knows already, while the org has used up its API calls. It stands in the error path of Send Case Alert, and its card says that it was sent without Salesforce.',
    inputs: [
      recordIdInput('Record', 'The record that the alert is about'),
      {
        key: 'event_key',
        label: 'Event Key',
        help: 'Map Event Key of the trigger, as in the step that failed: by it each of the two finds the message of the other.',
        type: 'text',
        required: true,
        longest: 160,
      },
      {
        key: 'channel',
        label: 'Channel',
        help: 'The channel of the step that failed. The bot must be in it, and needs the scope channels:history or groups:history to see whether the alert is there.',
        type: 'text',
        required: true,
        source: 'channels',
      },
      {
        key: 'reason',
        label: 'Reason',
        help: 'Map the error message of the step that failed, where the platform offers it: nothing is sent unless Salesforce refused for its limit. Left empty, the alert is always sent.',
        type: 'text',
      },
      {
        key: 'headline',
        label: 'Headline',
        help: 'The first line of the alert, such as Case and its number, which is mapped from the trigger.',
        type: 'text',
        required: true,
      },
      ...otherCardInputs,
      {
        key: 'if_unsure',
        label: 'If Unsure',
        help: 'What to do when Dealwire may not read the channel to see whether the alert is there.',
        type: 'text',
        default: 'repeat',
        choices: { stop: 'Stop and tell me', repeat: 'Post it' },
      },
      ...onCallInputs,
      aliases,
    ],
    rules: [rotationRule],
    outputs: messageOutputs,
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `case-escalation-${SAMPLE_CASE}-20261120220100`,
      record_id: SAMPLE_CASE,
      channel_id: 'C00ESCALAT',
      message_ts: '1795212060.000001',
      warnings: [],
    },
  },
  object: 'Record',
  delivery: deliveryWithoutSalesforce(NAME, {
    ...alertWithoutSalesforce({
      recordUrl,
      mark: note('text', 'mark'),
      onCall: note('list', 'onCallIds'),
      missing: note('list', 'onCallMissing'),
    }),
  }),
  lockBy: 'record_id',
  paceBy: ['channel'],
};
