import { readFacts } from '../../delivery/facts.ts';
import { messageDelivery } from '../../delivery/message-delivery.ts';
import { startsThread } from '../../delivery/step/burst.ts';
import { recordUrl } from '../../delivery/step/decorate.ts';
import { exists, note } from '../../language/index.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import { CASE_ESCALATION, caseAlertPlan } from '../../signal/case-escalation/case-escalation.ts';
import { Case } from '../../signal/object/case.ts';
import type { Action } from '../action.ts';
import { aliases } from '../input/aliases.ts';
import { burstInputs } from '../input/burst.ts';
import { cardInputs } from '../input/card.ts';
import { escalationInputs } from '../input/case.ts';
import { deliveryName, eventKeyInput, recordIdInput } from '../input/delivery.ts';
import { destinationInputs, destinationRule } from '../input/destination.ts';
import { extraFieldsInput } from '../input/extra-fields.ts';
import { ifLimited, mayBeAlertedAlready } from '../input/if-limited.ts';
import { onCallInputs, rotationRule } from '../input/on-call.ts';
import { messageOutputs } from '../output/message.ts';
import { currentEscalation, SAMPLE_CASE } from '../trigger/case-entry.ts';

const { name, reads, slaExit, left, message, living } = caseAlertPlan(
  {
    recordUrl,
    mark: note('text', 'mark'),
    startsThread,
    onCall: note('list', 'onCallIds'),
    missing: note('list', 'onCallMissing'),
  },
  API_PATH,
);
const facts = readFacts(reads);

/** Alerts people of an escalated case, and keeps the alert up to date. */
export const sendCaseAlert: Action = {
  operation: {
    key: 'send_case_alert',
    group: 'Case Alerts',
    noun: 'Case Alert',
    label: 'Send Case Alert',
    description:
      'Posts an alert of an escalated case and mentions who is on call. Run again for the same case, it updates the alert and says in its thread what changed.',
    inputs: [
      recordIdInput('Case', 'The case that is escalated'),
      eventKeyInput('one escalation makes one alert'),
      ...escalationInputs,
      deliveryName(CASE_ESCALATION),
      ...destinationInputs,
      ifLimited,
      ...burstInputs,
      ...onCallInputs,
      aliases,
      ...cardInputs('the number of the case'),
      extraFieldsInput('case-extra-fields'),
    ],
    rules: [destinationRule, rotationRule],
    outputs: messageOutputs,
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${CASE_ESCALATION}-${SAMPLE_CASE}-20261120220100`,
      record_id: SAMPLE_CASE,
      channel_id: 'C00ESCALAT',
      message_ts: '1795212060.000001',
      warnings: [],
    },
  },
  object: Case.name,
  delivery: messageDelivery({
    name,
    entry: currentEscalation,
    reads: {
      reads: { ...facts.reads, slaExit: { method: 'GET', path: slaExit.path, accept: 'any' } },
      notes: { ...facts.notes, slaExit: slaExit.note },
    },
    found: exists(note('text', 'record')),
    left,
    mayBeThere: mayBeAlertedAlready,
    gathers: true,
    addressesOnCall: true,
    message,
    living,
    readLabels: reads.extraLabels,
  }),
  lockBy: 'record_id',
  paceBy: ['channel', 'person'],
};
