import { eventKey } from '../../delivery/event-key.ts';
import { read } from '../../delivery/ledger-part.ts';
import { messageDelivery } from '../../delivery/message-delivery.ts';
import { isTold } from '../../delivery/told.ts';
import { answer, choose, concat, equal, field, length, literal, not, note } from '../../language/index.ts';
import { RENEWALS } from '../../signal/renewal-risk/card.ts';
import { byRole, mappedCsm } from '../../signal/renewal-risk/csm.ts';
import { opportunity } from '../../signal/renewal-risk/filter.ts';
import { input } from '../../signal/renewal-risk/input.ts';
import { period, today } from '../../signal/renewal-risk/period.ts';
import { RENEWAL_RISK, renewalRiskPlan } from '../../signal/renewal-risk/renewal-risk.ts';
import type { Action } from '../action.ts';
import type { Input } from '../definition.ts';
import { aliases } from '../input/aliases.ts';
import { cardInputs } from '../input/card.ts';
import { deliveryName, eventKeyInput } from '../input/delivery.ts';
import { fallbackInputs, fallbackRule } from '../input/destination.ts';
import { moneyInputs } from '../input/money.ts';
import { renewalInputs } from '../input/renewal.ts';
import { timeZone } from '../input/time-zone.ts';
import { SAMPLE_CSM } from '../trigger/renewals-at-risk.ts';

const renewals = note('list', 'renewals');
const person = input('csm_id');

const plan = renewalRiskPlan(
  {
    mark: note('text', 'mark'),
    renewals,
    total: note('number', 'total'),
    missing: note('list', 'notReached'),
  },
  not(isTold(opportunity('Id'), period, { person, only: byRole(mappedCsm) })),
);

/** Whose renewals the message is about. */
const csmInputs: readonly Input[] = [
  {
    key: 'csm_id',
    label: 'CSM ID',
    help: 'Map CSM ID of the trigger: the id of a user, or nobody for renewals without a CSM.',
    type: 'text',
    required: true,
    form: 'csm-id',
  },
  {
    key: 'csm_source',
    label: 'CSM Source',
    help: 'Map CSM Source of the trigger: a field such as Account.CSM__c, or a role such as AccountTeam:Customer Success Manager.',
    type: 'text',
    required: true,
    form: 'csm-source',
  },
];

/** Tells a CSM which renewals are at risk. */
export const sendRenewalRisk: Action = {
  operation: {
    key: 'send_renewal_risk',
    group: 'Renewals',
    noun: 'Renewal Warning',
    label: 'Send Renewals at Risk',
    description:
      'Sends a CSM one direct message about the renewals that close soon although nothing was logged for a while. Each renewal is told once per period.',
    inputs: [
      ...csmInputs,
      eventKeyInput('a CSM gets one message a day', 'it is made of the delivery name, the CSM and the day'),
      deliveryName(RENEWAL_RISK),
      ...renewalInputs,
      timeZone('Map Time Zone of the trigger: the time zone of days and periods.'),
      ...fallbackInputs,
      aliases,
      ...cardInputs('Renewals at risk and how many they are'),
      ...moneyInputs('opportunity-fields'),
    ],
    rules: [fallbackRule],
    outputs: [
      { key: 'outcome', label: 'Outcome', type: 'text' },
      { key: 'already_delivered', label: 'Already Delivered', type: 'boolean' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'csm_id', label: 'CSM ID', type: 'text' },
      { key: 'csm', label: 'CSM', type: 'text' },
      { key: 'renewals', label: 'Renewals Told', type: 'number' },
      { key: 'channel_id', label: 'Channel ID', type: 'text' },
      { key: 'message_ts', label: 'Message Timestamp', type: 'text' },
      { key: 'warnings', label: 'Warnings', type: 'list' },
    ],
    sample: {
      outcome: 'delivered',
      already_delivered: false,
      event_key: `${RENEWAL_RISK}-${SAMPLE_CSM}-2026-11-20`,
      csm_id: SAMPLE_CSM,
      csm: 'Ana Lee',
      renewals: 1,
      channel_id: 'D000000001',
      message_ts: '1795212060.000001',
      warnings: [],
    },
  },
  object: '',
  delivery: messageDelivery({
    name: plan.name,
    entry: { key: eventKey(input('delivery_name'), person, concat(today)) },
    reads: {
      reads: { csm: read(plan.csm), renewals: read(plan.renewals), total: read(plan.total) },
      notes: {
        record: answer('text', 'csm', 'body', 'records', 0),
        renewals: answer('list', 'renewals', 'body', 'records'),
        total: answer('number', 'total', 'body', 'records', 0, 'renewals'),
      },
    },
    left: equal(length(renewals), 0),
    person: plan.person,
    message: plan.message,
    tells: { list: renewals, limit: RENEWALS, period, person },
    result: {
      csm_id: person,
      csm: field('text', 'Name'),
      renewals: choose('number', [[not(note('boolean', 'done')), length(renewals)]], literal('number', null)),
    },
  }),
  lockBy: 'csm_id',
  paceBy: ['channel', 'csm_id'],
};
