import { read } from '../../delivery/ledger-part.ts';
import type { CompositeCall } from '../../delivery/step.ts';
import {
  and,
  answer,
  type Condition,
  choose,
  concat,
  equal,
  fallback,
  field,
  greater,
  greaterOrEqual,
  isIn,
  join,
  length,
  literal,
} from '../../language/index.ts';
import { CASE_ESCALATION } from '../../signal/case-escalation/case-escalation.ts';
import { caseField, escalations, isEscalated, mayBeEscalated } from '../../signal/case-escalation/filter.ts';
import { input } from '../../signal/case-escalation/input.ts';
import { CaseHistory } from '../../signal/object/case-history.ts';
import { escalationInputs } from '../input/case.ts';
import { deliveryName } from '../input/delivery.ts';
import { isAwake, quietHoursInputs, quietHoursRules } from '../input/quiet-hours.ts';
import type { PollingTrigger } from '../polling-trigger.ts';
import { caseItem, caseOutputs, caseSample, casesWhere, escalationKey } from './case-entry.ts';

const inputs = [...escalationInputs, deliveryName(CASE_ESCALATION)];

/** Whether the org keeps the history of what escalates a case. */
const keepsHistory = greater(answer('number', 'history', 'body', 'totalSize'), 0);

/**
 * When a case was created so or edited, for one that no change escalated: its creation where history is kept; elsewhere its
 * edits, which the event key makes one event.
 */
const otherwise = choose('instant', [[keepsHistory, caseField('CreatedDate')]], caseField('SystemModstamp'));

const hasPriorities = greater(length(input('priorities')), 0);
const givenPriority = concat('Priority=', join(input('priorities'), '\nPriority='));

/** The saves that the push tells of; without a filter there are none. */
const entry = choose(
  'text',
  [
    [and(input('escalated'), hasPriorities), concat('IsEscalated=true\n', givenPriority)],
    [input('escalated'), literal('text', 'IsEscalated=true')],
    [hasPriorities, givenPriority],
  ],
  literal('text', 'IsEscalated=never'),
);

/** Reads cases that may be escalated, with what escalated them; the second part is for orgs without history. */
function casesTouched(touched: Condition): CompositeCall {
  const where = and(mayBeEscalated, touched);
  return {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      cases: { ...read({ ...casesWhere(where), children: [escalations.changes] }), accept: 'any' },
      plain: read(casesWhere(where)),
      history: {
        ...read({
          from: CaseHistory.name,
          select: [field('text', 'Id')],
          where: isIn(field('text', 'Field'), ['IsEscalated', 'Priority']),
          limit: 1,
        }),
        accept: 'any',
      },
    },
  };
}

/** Notices cases that are escalated. */
export const caseEscalated: PollingTrigger = {
  operation: {
    key: 'case_escalated',
    group: 'Case Alerts',
    noun: 'Case',
    label: 'Case Escalated',
    description:
      'Triggers when a case is escalated or gets a chosen priority. Where the org keeps no history of Escalated and Priority, each case triggers once.',
    inputs: [...inputs, ...quietHoursInputs],
    rules: quietHoursRules,
    outputs: caseOutputs,
    sample: caseSample('20261120220100', {}),
  },
  awake: isAwake,
  read: casesTouched(greaterOrEqual(caseField('SystemModstamp'), input('since'))),
  rows: choose(
    'list',
    [[equal(answer('number', 'cases', 'status'), 200), answer('list', 'cases', 'body', 'records')]],
    answer('list', 'plain', 'body', 'records'),
  ),
  keep: and(isEscalated, greaterOrEqual(fallback(escalations.enteredAt, otherwise), input('oldest'))),
  at: fallback(escalations.lastChangedAt, otherwise),
  item: caseItem(escalationKey, escalationKey),
  starts: {
    query: {
      from: 'Case',
      select: [caseField('Id'), caseField('CaseNumber'), caseField('Subject'), caseField('SystemModstamp')],
      where: mayBeEscalated,
      orderBy: [{ by: caseField('SystemModstamp'), direction: 'descending' }],
      limit: 300,
    },
    label: concat(caseField('CaseNumber'), ' ', caseField('Subject')),
    at: caseField('SystemModstamp'),
  },
  named: casesTouched(isIn(caseField('Id'), input('record_ids'))),
  push: { object: 'Case', inputs, entry },
  missed: {
    key: 'find_missed_escalations',
    label: 'Find Missed Escalations',
    description: 'Finds cases that were escalated lately and of which the ledger holds no delivery.',
  },
};
