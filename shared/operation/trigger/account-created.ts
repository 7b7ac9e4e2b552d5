import { eventKey } from '../../delivery/event-key.ts';
import { read } from '../../delivery/ledger-part.ts';
import { answer, concat, note } from '../../language/index.ts';
import { accountChannel } from '../../signal/account-channel/account-channel.ts';
import { account, filter } from '../../signal/account-channel/filter.ts';
import { input } from '../../signal/account-channel/input.ts';
import { accountTypes } from '../input/account.ts';
import { deliveryName } from '../input/delivery.ts';
import { isAwake, quietHoursInputs, quietHoursRules } from '../input/quiet-hours.ts';
import { MOST_ROWS, type PollingTrigger } from '../polling-trigger.ts';

/** The account of the samples. */
export const SAMPLE_ACCOUNT = '001xx0000000104AAA';

/** Accounts to start from. */
const STARTS = 300;

const key = eventKey(input('delivery_name'), account('Id'), accountChannel.stamp);
const newestFirst = [{ by: account('CreatedDate'), direction: 'descending' }] as const;

/** Notices accounts that are created. */
export const accountCreated: PollingTrigger = {
  operation: {
    key: 'account_created',
    group: 'Account Channels',
    noun: 'Account',
    label: 'Account Created',
    description: 'Triggers when an account is created, of any type or of those chosen.',
    inputs: [accountTypes, deliveryName(accountChannel.name), ...quietHoursInputs],
    rules: quietHoursRules,
    outputs: [
      { key: 'id', label: 'ID', type: 'text' },
      { key: 'event_key', label: 'Event Key', type: 'text' },
      { key: 'record_id', label: 'Record ID', type: 'text' },
      { key: 'name', label: 'Name', type: 'text' },
      { key: 'type', label: 'Type', type: 'text' },
      { key: 'industry', label: 'Industry', type: 'text' },
      { key: 'owner', label: 'Owner', type: 'text' },
      { key: 'created_at', label: 'Created', type: 'instant' },
      { key: 'delivery_name', label: 'Delivery Name', type: 'text' },
      { key: 'record_url', label: 'Salesforce Link', type: 'text' },
    ],
    sample: {
      id: `${accountChannel.name}-${SAMPLE_ACCOUNT}-new`,
      event_key: `${accountChannel.name}-${SAMPLE_ACCOUNT}-new`,
      record_id: SAMPLE_ACCOUNT,
      name: 'Acme Corp',
      type: 'Customer - Direct',
      industry: 'Technology',
      owner: 'Kim Ro',
      created_at: '2025-02-10T15:00:00.000+0000',
      delivery_name: accountChannel.name,
      record_url: `https://acme.my.salesforce.com/${SAMPLE_ACCOUNT}`,
    },
  },
  awake: isAwake,
  read: {
    to: 'salesforce',
    allOrNone: false,
    parts: {
      accounts: read({
        from: accountChannel.object,
        select: [
          account('Id'),
          account('Name'),
          account('Type'),
          account('Industry'),
          account('Owner.Name'),
          account('CreatedDate'),
        ],
        where: filter,
        orderBy: newestFirst,
        limit: MOST_ROWS,
      }),
    },
  },
  rows: answer('list', 'accounts', 'body', 'records'),
  at: account('CreatedDate'),
  item: {
    id: key,
    event_key: key,
    record_id: account('Id'),
    name: account('Name'),
    type: account('Type'),
    industry: account('Industry'),
    owner: account('Owner.Name'),
    created_at: account('CreatedDate'),
    delivery_name: input('delivery_name'),
    record_url: concat(note('text', 'instanceUrl'), '/', account('Id')),
  },
  starts: {
    query: {
      from: accountChannel.object,
      select: [account('Id'), account('Name'), account('CreatedDate')],
      orderBy: newestFirst,
      limit: STARTS,
    },
    label: account('Name'),
    at: account('CreatedDate'),
  },
  missed: {
    key: 'find_missed_accounts',
    label: 'Find Missed Accounts',
    description: 'Finds accounts that were created lately and of which the ledger holds no delivery.',
  },
};
