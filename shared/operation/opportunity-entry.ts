import { eventKey } from '../delivery/event-key.ts';
import {
  and,
  type Condition,
  concat,
  fallback,
  isIn,
  literal,
  note,
  parametersOf,
  type Query,
  type Template,
} from '../language/index.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import type { Salesforce } from '../salesforce/client.ts';
import { dealRoom } from '../signal/deal-room/deal-room.ts';
import { opportunity } from '../signal/deal-room/fact.ts';
import { filter } from '../signal/deal-room/filter.ts';
import { entryHistory } from '../signal/entry-history.ts';
import { compileTemplate } from '../target/js/compile.ts';
import { bindQuery } from '../target/soql/bind.ts';
import { compileQuery } from '../target/soql/compile.ts';

/** An opportunity that entered a chosen stage; `id` is the event key again, which platforms drop repeats by. */
export interface OpportunityEntry {
  readonly id: string;
  readonly event_key: string;
  readonly record_id: string;
  readonly [field: string]: unknown;
}

/** Where to look for entries, and under which delivery name. */
export interface EntryRequest {
  readonly instanceUrl: string;
  readonly deliveryName: string;
  readonly stages: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
}

const input = parametersOf({ delivery_name: 'text', stages: 'list', since: 'instant', record_ids: 'list' });
const stages = fallback(input('stages'), literal('list', ['Closed Won']));

/** What the trigger returns of an opportunity. */
export const entryItem = {
  id: eventKey(input('delivery_name'), opportunity('Id'), dealRoom.stamp),
  event_key: eventKey(input('delivery_name'), opportunity('Id'), dealRoom.stamp),
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
} as const satisfies Readonly<Record<string, Template>>;

/**
 * Entries found at most, newest first. More than a platform takes at once, so that an import of won deals is not cut
 * off: Zapier holds more than 100 new items for a person to release. Few enough for one page of Salesforce's answer.
 */
const LIMIT = 500;

/** The opportunities that entered a stage since an instant. */
export const entriesSince: Query = entries(filter);

/** Those of the named opportunities that are in a chosen stage. */
export const entriesOf: Query = entries(
  and(isIn(opportunity('Id'), input('record_ids')), isIn(opportunity('StageName'), stages)),
);

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
    ],
    ...(history === undefined ? {} : { children: [history] }),
    where,
    orderBy: [{ by: opportunity('SystemModstamp'), direction: 'descending' }],
    limit: LIMIT,
  };
}

const since = compileQuery(entriesSince);
const named = compileQuery(entriesOf);
const toItem = compileTemplate(entryItem);

/** Entries of the last `lookBack` milliseconds; one API call. */
export function findEntriesSince(
  salesforce: Salesforce,
  request: EntryRequest,
  lookBack: number,
): Promise<readonly OpportunityEntry[]> {
  return find(salesforce, since, request, { since: new Date(request.now - lookBack).toISOString() });
}

/** The entries that the named opportunities are in now; one API call. */
export function findEntriesOf(
  salesforce: Salesforce,
  request: EntryRequest,
  recordIds: readonly string[],
): Promise<readonly OpportunityEntry[]> {
  return find(salesforce, named, request, { record_ids: recordIds });
}

async function find(
  salesforce: Salesforce,
  query: typeof since,
  { instanceUrl, deliveryName, stages, now }: EntryRequest,
  more: Readonly<Record<string, unknown>>,
): Promise<readonly OpportunityEntry[]> {
  const parameters = { delivery_name: deliveryName, stages, ...more };
  const soql = bindQuery(query, { parameters, now });
  const { records } = (await salesforce({
    method: 'GET',
    path: `${API_PATH}/query?q=${encodeURIComponent(soql)}`,
  })) as {
    readonly records: readonly Record<string, unknown>[];
  };
  return records.map(
    (record) =>
      toItem({
        record,
        parameters,
        notes: { instanceUrl },
        answer: undefined,
        now,
        locale: 'en-US',
        fiscalYearStartMonth: 1,
      }) as OpportunityEntry,
  );
}
