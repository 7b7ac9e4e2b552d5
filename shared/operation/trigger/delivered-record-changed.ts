import { eventKey } from '../../delivery/event-key.ts';
import { Ledger, status } from '../../delivery/ledger.ts';
import { read } from '../../delivery/ledger-part.ts';
import {
  and,
  answer,
  concat,
  equal,
  exists,
  fieldsOf,
  greater,
  greaterOrEqual,
  includes,
  isIn,
  length,
  not,
  note,
  pluck,
  stamp,
} from '../../language/index.ts';
import { CASE_ESCALATION } from '../../signal/case-escalation/case-escalation.ts';
import { caseField } from '../../signal/case-escalation/filter.ts';
import { input } from '../../signal/case-escalation/input.ts';
import { state } from '../../signal/case-escalation/state.ts';
import { escalationInputs } from '../input/case.ts';
import { deliveryName } from '../input/delivery.ts';
import { isAwake, quietHoursInputs, quietHoursRules } from '../input/quiet-hours.ts';
import type { PollingTrigger } from '../polling-trigger.ts';
import { caseItem, caseOutputs, caseSample, casesWhere } from './case-entry.ts';

/** Messages that are followed at one time, the latest first. */
const FOLLOWED = 500;

const row = fieldsOf(Ledger);
const followed = note('list', 'followed');
const changedAt = caseField('SystemModstamp');
const key = eventKey(
  input('delivery_name'),
  caseField('Id'),
  concat('changed-', stamp(caseField('SystemModstamp'))),
);

/** Notices changes of cases whose alert stands in Slack and shows something else. */
export const deliveredRecordChanged: PollingTrigger = {
  operation: {
    key: 'delivered_record_changed',
    group: 'Case Alerts',
    noun: 'Case',
    label: 'Delivered Record Changed',
    description:
      'Triggers when a case whose alert is in Slack is reassigned, de-escalated, closed or changed otherwise, so that the alert can be updated.',
    inputs: [...escalationInputs, deliveryName(CASE_ESCALATION), ...quietHoursInputs],
    rules: quietHoursRules,
    outputs: caseOutputs,
    sample: caseSample('changed-20261120220500', { owner: 'Sam Ode' }),
  },
  awake: isAwake,
  before: {
    call: {
      to: 'salesforce',
      allOrNone: false,
      parts: {
        followed: read({
          from: Ledger.name,
          select: [row('Record_Id__c'), row('State__c')],
          where: and(
            equal(row('Delivery__c'), input('delivery_name')),
            equal(row('Organization__c'), note('text', 'organizationId')),
            equal(row('Team__c'), note('text', 'teamId')),
            equal(row('Status__c'), status.done),
            exists(row('State__c')),
          ),
          orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
          limit: FOLLOWED,
        }),
      },
    },
    notes: { followed: answer('list', 'followed', 'body', 'records') },
  },
  when: greater(length(followed), 0),
  read: {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      cases: read(
        casesWhere(
          and(
            isIn(caseField('Id'), pluck(followed, 'Record_Id__c')),
            greaterOrEqual(changedAt, input('since')),
          ),
        ),
      ),
    },
  },
  rows: answer('list', 'cases', 'body', 'records'),
  keep: not(
    includes(pluck(followed, 'State__c', { field: 'Record_Id__c', values: [caseField('Id')] }), state),
  ),
  at: changedAt,
  item: caseItem(key, key),
  starts: {
    query: {
      from: 'Case',
      select: [caseField('Id'), caseField('CaseNumber'), caseField('Subject'), changedAt],
      where: equal(caseField('IsClosed'), false),
      orderBy: [{ by: changedAt, direction: 'descending' }],
      limit: 300,
    },
    label: concat(caseField('CaseNumber'), ' ', caseField('Subject')),
    at: changedAt,
  },
};
