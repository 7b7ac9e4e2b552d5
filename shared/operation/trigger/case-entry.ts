import { eventKey } from '../../delivery/event-key.ts';
import {
  and,
  type Condition,
  concat,
  type Expression,
  isIn,
  note,
  type Query,
  type Template,
} from '../../language/index.ts';
import { CASE_ESCALATION, shownOfCase } from '../../signal/case-escalation/case-escalation.ts';
import { caseField, escalations, mayBeEscalated } from '../../signal/case-escalation/filter.ts';
import { input } from '../../signal/case-escalation/input.ts';
import { Case } from '../../signal/object/case.ts';
import type { Output } from '../definition.ts';
import { MOST_ROWS } from '../polling-trigger.ts';

/** The case of the samples. */
export const SAMPLE_CASE = '500xx0000000404AAA';

/** What every trigger of cases reads of one. */
export function casesWhere(where: Condition): Query {
  return {
    from: Case.name,
    select: [...shownOfCase, caseField('CreatedDate'), caseField('SystemModstamp')],
    where,
    orderBy: [{ by: caseField('SystemModstamp'), direction: 'descending' }],
    limit: MOST_ROWS,
  };
}

/** The key of the escalation that a case is in. */
export const escalationKey = eventKey(input('delivery_name'), caseField('Id'), escalations.stamp);

/** How the delivery of a case that was named without an event key finds the escalation it is in now. */
export const currentEscalation = {
  query: {
    ...casesWhere(and(isIn(caseField('Id'), input('record_ids')), mayBeEscalated)),
    children: [escalations.changes],
  },
  key: escalationKey,
} as const;

/** What every trigger of cases returns of one. */
export function caseItem(id: Expression<'text'>, key: Expression<'text'>) {
  return {
    id,
    event_key: key,
    record_id: caseField('Id'),
    case_number: caseField('CaseNumber'),
    subject: caseField('Subject'),
    account: caseField('Account.Name'),
    owner: caseField('Owner.Name'),
    priority: caseField('Priority'),
    status: caseField('Status'),
    is_escalated: caseField('IsEscalated'),
    is_closed: caseField('IsClosed'),
    escalated: input('escalated'),
    priorities: input('priorities'),
    delivery_name: input('delivery_name'),
    record_url: concat(note('text', 'instanceUrl'), '/', caseField('Id')),
  } as const satisfies Readonly<Record<string, Template>>;
}

/** The outputs of such an item. */
export const caseOutputs: readonly Output[] = [
  { key: 'id', label: 'ID', type: 'text' },
  { key: 'event_key', label: 'Event Key', type: 'text' },
  { key: 'record_id', label: 'Record ID', type: 'text' },
  { key: 'case_number', label: 'Case Number', type: 'text' },
  { key: 'subject', label: 'Subject', type: 'text' },
  { key: 'account', label: 'Account', type: 'text' },
  { key: 'owner', label: 'Owner', type: 'text' },
  { key: 'priority', label: 'Priority', type: 'text' },
  { key: 'status', label: 'Status', type: 'text' },
  { key: 'is_escalated', label: 'Is Escalated', type: 'boolean' },
  { key: 'is_closed', label: 'Is Closed', type: 'boolean' },
  { key: 'escalated', label: 'Escalated Cases', type: 'boolean' },
  { key: 'priorities', label: 'Priorities', type: 'list' },
  { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
  { key: 'record_url', label: 'Salesforce Link', type: 'text' },
];

/** A sample of such an item; `stamp` ends its event key. */
export function caseSample(stamp: string, more: Readonly<Record<string, unknown>>) {
  return {
    id: `${CASE_ESCALATION}-${SAMPLE_CASE}-${stamp}`,
    event_key: `${CASE_ESCALATION}-${SAMPLE_CASE}-${stamp}`,
    record_id: SAMPLE_CASE,
    case_number: '00001004',
    subject: 'Login <loop> & "redirect" for <!here>',
    account: 'Acme Corp',
    owner: 'Bo Lind',
    priority: 'Medium',
    status: 'Working',
    is_escalated: true,
    is_closed: false,
    escalated: true,
    priorities: [],
    delivery_name: CASE_ESCALATION,
    record_url: `https://acme.my.salesforce.com/${SAMPLE_CASE}`,
    ...more,
  };
}
