import { eventKey } from '../../delivery/event-key.ts';
import { read } from '../../delivery/ledger-part.ts';
import {
  and,
  answer,
  type Condition,
  concat,
  fallback,
  isIn,
  join,
  literal,
  note,
  parametersOf,
  type Query,
} from '../../language/index.ts';
import { dealRoom } from '../../signal/deal-room/deal-room.ts';
import { opportunity } from '../../signal/deal-room/fact.ts';
import { filter } from '../../signal/deal-room/filter.ts';
import { entryHistory } from '../../signal/entry-history.ts';
import { assertStages } from '../assert-stages.ts';
import type { Input } from '../definition.ts';
import { deliveryName } from '../input/delivery.ts';
import { MOST_ROWS, type PollingTrigger } from '../polling-trigger.ts';

const input = parametersOf({ delivery_name: 'text', stages: 'list', record_ids: 'list' });
const stages = fallback(input('stages'), literal('list', ['Closed Won']));
const key = eventKey(input('delivery_name'), opportunity('Id'), dealRoom.stamp);

/** When the stage last changed; a record that never changed counts by its creation. */
const enteredAt = fallback(opportunity('LastStageChangeDate'), opportunity('CreatedDate'));

/** Deals to start from. */
const STARTS = 300;

function entries(where: Condition): Query {
  const history = entryHistory(filter);
  return {
    from: dealRoom.object,
    select: [
      opportunity('Id'),
      opportunity('Name'),
      opportunity('Account.Name'),
      opportunity('StageName'),
      opportunity('Amount'),
      opportunity('CloseDate'),
      opportunity('Owner.Name'),
      opportunity('Owner.Email'),
      opportunity('LastStageChangeDate'),
      opportunity('CreatedDate'),
    ],
    ...(history === undefined ? {} : { children: [history] }),
    where,
    orderBy: [{ by: opportunity('SystemModstamp'), direction: 'descending' }],
    limit: MOST_ROWS,
  };
}

/** How the delivery of a deal that was named without an event key finds the entry it is in now. */
export const currentEntry = {
  query: entries(and(isIn(opportunity('Id'), input('record_ids')), isIn(opportunity('StageName'), stages))),
  key,
} as const;

const inputs: readonly Input[] = [
  {
    key: 'stages',
    label: 'Stages',
    help: 'The stages that count. A move from one of them to another is no new entry; leaving them and coming back is.',
    type: 'list',
    default: 'Closed Won',
    source: 'opportunity-stages',
    most: 20,
  },
  deliveryName(dealRoom.name),
];

/** Notices deals that enter a stage. */
export const opportunityEnteredStage: PollingTrigger = {
  operation: {
    key: 'opportunity_entered_stage',
    group: 'Deal Rooms',
    noun: 'Opportunity',
    label: 'Opportunity Entered Stage',
    description: 'Triggers when an opportunity enters a chosen stage, such as Closed Won.',
    inputs,
    outputs: [
      { key: 'id', label: 'ID', type: 'text' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'record_id', label: 'Record ID', type: 'text' },
      { key: 'name', label: 'Opportunity', type: 'text' },
      { key: 'account', label: 'Account', type: 'text' },
      { key: 'stage', label: 'Stage', type: 'text' },
      { key: 'stages', label: 'Stages', type: 'list' },
      { key: 'amount', label: 'Amount', type: 'number' },
      { key: 'close_date', label: 'Close Date', type: 'date' },
      { key: 'owner', label: 'Owner', type: 'text' },
      { key: 'owner_email', label: 'Owner Email', type: 'text' },
      { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
      { key: 'record_url', label: 'Salesforce Link', type: 'text' },
    ],
    sample: {
      id: 'deal-room-006Hs00000BkXyzIAF-20250902163000',
      event_key: 'deal-room-006Hs00000BkXyzIAF-20250902163000',
      record_id: '006Hs00000BkXyzIAF',
      name: 'Acme Q3 Enterprise',
      account: 'Acme Corp',
      stage: 'Closed Won',
      stages: ['Closed Won'],
      amount: 75_000,
      close_date: '2025-09-30',
      owner: 'Kim Ro',
      owner_email: 'kim@acme.example',
      delivery_name: 'deal-room',
      record_url: 'https://acme.my.salesforce.com/006Hs00000BkXyzIAF',
    },
  },
  read: { to: 'salesforce', allOrNone: false, parts: { entries: read(entries(filter)) } },
  rows: answer('list', 'entries', 'body', 'records'),
  at: enteredAt,
  item: {
    id: key,
    event_key: key,
    record_id: opportunity('Id'),
    name: opportunity('Name'),
    account: opportunity('Account.Name'),
    stage: opportunity('StageName'),
    stages,
    amount: opportunity('Amount'),
    close_date: opportunity('CloseDate'),
    owner: opportunity('Owner.Name'),
    owner_email: opportunity('Owner.Email'),
    delivery_name: input('delivery_name'),
    record_url: concat(note('text', 'instanceUrl'), '/', opportunity('Id')),
  },
  starts: {
    query: {
      from: dealRoom.object,
      select: [
        opportunity('Name'),
        opportunity('StageName'),
        opportunity('LastStageChangeDate'),
        opportunity('CreatedDate'),
      ],
      where: isIn(opportunity('StageName'), stages),
      orderBy: [{ by: opportunity('LastStageChangeDate'), direction: 'descending' }],
      limit: STARTS,
    },
    label: concat(opportunity('Name'), ' (', opportunity('StageName'), ')'),
    at: enteredAt,
  },
  named: { to: 'salesforce', allOrNone: false, parts: { entries: read(currentEntry.query) } },
  push: {
    object: 'Opportunity',
    inputs,
    entry: concat('StageName=', join(stages, '\nStageName=')),
  },
  missed: {
    key: 'find_missed_deals',
    label: 'Find Missed Deals',
    description:
      'Finds opportunities that entered a chosen stage lately and of which the ledger holds no delivery.',
  },
  check: (salesforce, { stages }) => assertStages(salesforce, stages as readonly string[]),
};
