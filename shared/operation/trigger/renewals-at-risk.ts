import { eventKey } from '../../delivery/event-key.ts';
import { read } from '../../delivery/ledger-part.ts';
import { isTold } from '../../delivery/told.ts';
import {
  and,
  answer,
  append,
  choose,
  concat,
  type Expression,
  equal,
  exists,
  fallback,
  field,
  inQuery,
  isIn,
  literal,
  not,
  note,
  or,
  pluck,
  type Query,
  queryText,
} from '../../language/index.ts';
import {
  accountMember,
  chosenCsm,
  csmSource,
  hasNoCsm,
  NOBODY,
  opportunityMember,
} from '../../signal/renewal-risk/csm.ts';
import { isAtRisk, isRenewal, NO_CHECKBOX, opportunity } from '../../signal/renewal-risk/filter.ts';
import { input } from '../../signal/renewal-risk/input.ts';
import { period, today } from '../../signal/renewal-risk/period.ts';
import { RENEWAL_RISK } from '../../signal/renewal-risk/renewal-risk.ts';
import { csmInputs, csmRules } from '../input/csm.ts';
import { deliveryName } from '../input/delivery.ts';
import { isAwake, quietHoursRules, quietTimeInputs } from '../input/quiet-hours.ts';
import { renewalInputs } from '../input/renewal.ts';
import { timeZone } from '../input/time-zone.ts';
import type { PollingTrigger } from '../polling-trigger.ts';

/** The CSM of the samples. */
export const SAMPLE_CSM = '005xx0000000303AAA';

/** CSMs named in one poll; with the one item for renewals without a CSM, as many as Zapier takes unasked. */
const CSMS = 99;
/** Accounts looked through in one poll for their CSMs, those first whose renewals close first. */
const ACCOUNTS = 1000;
/** Renewals to start from. */
const STARTS = 300;
/** An id that no account has, where a list of ids must not be empty. */
const NO_ACCOUNT = '001000000000000AAA';

const { byAccountTeam, byOpportunityTeam, role } = chosenCsm;
const accounts = note('list', 'accounts');
const stray = note('list', 'stray');

/** A renewal at risk that nobody was told of in this period. */
const isNews = and(isAtRisk, not(isTold(opportunity('Id'), period)));

/** Reads one row for each user that a field holds. */
function csmsIn(
  from: string,
  id: Expression<'text'>,
  name: Expression<'text'>,
  where: Query['where'],
): Expression<'text'> {
  return queryText({
    from,
    select: [],
    groupBy: [
      { by: id, as: 'csm' },
      { by: name, as: 'name' },
    ],
    ...(where && { where }),
    orderBy: [{ by: id, direction: 'ascending' }],
    limit: CSMS,
  });
}

const csms = choose(
  'text',
  [
    [
      byAccountTeam,
      csmsIn(
        'AccountTeamMember',
        accountMember('UserId'),
        accountMember('User.Name'),
        and(
          equal(accountMember('TeamMemberRole'), role),
          isIn(
            accountMember('AccountId'),
            fallback(pluck(accounts, 'account'), literal('list', [NO_ACCOUNT])),
          ),
        ),
      ),
    ],
    [
      byOpportunityTeam,
      csmsIn(
        'OpportunityTeamMember',
        opportunityMember('UserId'),
        opportunityMember('User.Name'),
        and(
          equal(opportunityMember('TeamMemberRole'), role),
          inQuery(opportunityMember('OpportunityId'), {
            from: 'Opportunity',
            select: opportunity('Id'),
            where: isAtRisk,
          }),
          not(isTold(opportunityMember('OpportunityId'), period)),
        ),
      ),
    ],
  ],
  csmsIn('Opportunity', chosenCsm.field(), chosenCsm.field('Name'), and(isNews, exists(chosenCsm.field()))),
);

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
    when: byAccountTeam,
    call: {
      to: 'salesforce',
      allOrNone: false,
      parts: {
        accounts: read({
          from: 'Opportunity',
          select: [],
          groupBy: [{ by: opportunity('AccountId'), as: 'account' }],
          where: and(isNews, exists(opportunity('AccountId'))),
          orderBy: [
            { by: { figure: 'min', of: opportunity('CloseDate'), as: 'first' }, direction: 'ascending' },
          ],
          limit: ACCOUNTS,
        }),
        stray: read({
          from: 'Opportunity',
          select: [opportunity('Id')],
          where: and(isNews, not(exists(opportunity('AccountId')))),
          limit: 1,
        }),
      },
    },
    notes: {
      accounts: answer('list', 'accounts', 'body', 'records'),
      stray: answer('list', 'stray', 'body', 'records'),
    },
  },
  when: or(not(byAccountTeam), exists(accounts), exists(stray)),
  read: {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      csms: read(csms),
      nobody: read({
        from: 'Opportunity',
        select: [opportunity('Id')],
        where: and(isNews, hasNoCsm(chosenCsm)),
        limit: 1,
      }),
    },
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
      from: 'Opportunity',
      select: [opportunity('Id'), opportunity('Name'), opportunity('CreatedDate')],
      where: and(equal(opportunity('IsClosed'), false), isRenewal),
      orderBy: [{ by: opportunity('CreatedDate'), direction: 'descending' }],
      limit: STARTS,
    },
    label: opportunity('Name'),
    at: opportunity('CreatedDate'),
  },
};
