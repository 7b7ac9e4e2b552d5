import { eventKey } from '../../delivery/event-key.ts';
import { read } from '../../delivery/ledger-part.ts';
import {
  and,
  answer,
  append,
  concat,
  type Expression,
  equal,
  exists,
  fallback,
  field,
  literal,
  not,
  note,
  or,
} from '../../language/index.ts';
import { Opportunity } from '../../signal/object/opportunity.ts';
import { chosenCsm, csmSource, NOBODY } from '../../signal/renewal-risk/csm.ts';
import { isRenewal, NO_CHECKBOX, opportunity } from '../../signal/renewal-risk/filter.ts';
import { input } from '../../signal/renewal-risk/input.ts';
import { today } from '../../signal/renewal-risk/period.ts';
import { RENEWAL_RISK } from '../../signal/renewal-risk/renewal-risk.ts';
import { csmInputs, csmRules } from '../input/csm.ts';
import { deliveryName } from '../input/delivery.ts';
import { isAwake, quietHoursRules, quietTimeInputs } from '../input/quiet-hours.ts';
import { renewalInputs } from '../input/renewal.ts';
import { timeZone } from '../input/time-zone.ts';
import type { PollingTrigger } from '../polling-trigger.ts';
import { accounts, accountsQuery, csmsQuery, nobodyQuery, strayQuery } from './renewal-query.ts';

/** The CSM of the samples. */
export const SAMPLE_CSM = '005xx0000000303AAA';

/** Renewals to start from. */
const STARTS = 300;

const csm = fallback(field('text', 'csm'), NOBODY);
const key = eventKey(input('delivery_name'), csm, concat(today));

/** Notices once a day whose renewals are at risk and were not told yet. */
export const renewalsAtRisk: PollingTrigger = {
  operation: {
    key: 'renewals_at_risk',
    group: 'Renewals',
    noun: 'CSM',
    label: 'Renewals at Risk',
    description:
      'Triggers for a CSM whose renewals close soon although nothing was logged for a while: at most once a day, and only for renewals that were not told in this period yet.',
    inputs: [
      ...renewalInputs,
      ...csmInputs,
      deliveryName(RENEWAL_RISK),
      ...quietTimeInputs,
      timeZone('The time zone of the quiet hours, of days and of periods.'),
    ],
    rules: [...csmRules, ...quietHoursRules],
    outputs: [
      { key: 'id', label: 'ID', type: 'text' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'csm_id', label: 'CSM ID', type: 'text' },
      { key: 'csm', label: 'CSM', type: 'text' },
      { key: 'csm_source', label: 'CSM Source', type: 'text' },
      { key: 'renewal_checkbox', label: 'Renewal Checkbox', type: 'text' },
      { key: 'renewal_field', label: 'Renewal Field', type: 'text' },
      { key: 'renewal_values', label: 'Renewal Values', type: 'list' },
      { key: 'days_ahead', label: 'Days Ahead', type: 'number' },
      { key: 'silent_days', label: 'Days Without Activity', type: 'number' },
      { key: 'period', label: 'Tell Each Renewal', type: 'text' },
      { key: 'time_zone', label: 'Time Zone', type: 'text' },
      { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
    ],
    sample: {
      id: `${RENEWAL_RISK}-${SAMPLE_CSM}-2026-11-20`,
      event_key: `${RENEWAL_RISK}-${SAMPLE_CSM}-2026-11-20`,
      csm_id: SAMPLE_CSM,
      csm: 'Ana Lee',
      csm_source: 'CSM__c',
      renewal_checkbox: NO_CHECKBOX,
      renewal_field: 'Type',
      renewal_values: ['Renewal'],
      days_ahead: 90,
      silent_days: 30,
      period: 'month',
      time_zone: 'UTC',
      delivery_name: RENEWAL_RISK,
    },
  },
  awake: isAwake,
  before: {
    when: chosenCsm.byAccountTeam,
    call: {
      to: 'salesforce',
      allOrNone: false,
      parts: { accounts: read(accountsQuery), stray: read(strayQuery) },
    },
    notes: {
      accounts: answer('list', 'accounts', 'body', 'records'),
      stray: answer('list', 'stray', 'body', 'records'),
    },
  },
  when: or(not(chosenCsm.byAccountTeam), exists(accounts), exists(note('list', 'stray'))),
  read: {
    to: 'salesforce',
    allOrNone: false,
    parts: { csms: read(csmsQuery), nobody: read(nobodyQuery) },
  },
  rows: append(answer('list', 'csms', 'body', 'records'), answer('list', 'nobody', 'body', 'records')),
  rowId: csm,
  // A day has no time of its own: its beginning in UTC stands for all of its items, which their ids tell apart.
  at: concat(today, 'T00:00:00.000+0000') as Expression as Expression<'instant'>,
  item: {
    id: key,
    event_key: key,
    csm_id: csm,
    csm: field('text', 'name'),
    csm_source: csmSource,
    renewal_checkbox: fallback(input('renewal_checkbox'), NO_CHECKBOX),
    renewal_field: fallback(input('renewal_field'), 'Type'),
    renewal_values: fallback(input('renewal_values'), literal('list', ['Renewal'])),
    days_ahead: input('days_ahead'),
    silent_days: input('silent_days'),
    period: fallback(input('period'), 'month'),
    time_zone: fallback(input('time_zone'), 'UTC'),
    delivery_name: input('delivery_name'),
  },
  starts: {
    query: {
      from: Opportunity.name,
      select: [opportunity('Id'), opportunity('Name'), opportunity('CreatedDate')],
      where: and(equal(opportunity('IsClosed'), false), isRenewal),
      orderBy: [{ by: opportunity('CreatedDate'), direction: 'descending' }],
      limit: STARTS,
    },
    label: opportunity('Name'),
    at: opportunity('CreatedDate'),
  },
};
