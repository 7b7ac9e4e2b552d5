import { accountChannel } from '../../signal/account-channel/account-channel.ts';
import { account, filter } from '../../signal/account-channel/filter.ts';
import { accountTypes } from '../input/account.ts';
import { countPast } from './count-past.ts';

/** Counts the accounts that were created lately. */
export const countPastAccounts = countPast({
  key: 'count_past_accounts',
  group: 'Account Channels',
  label: 'Count Past Accounts',
  description:
    'Counts the accounts that were created in the past days, in all and by owner: how many channels there would have been.',
  inputs: [accountTypes],
  from: accountChannel.object,
  id: account('Id'),
  owner: account('Owner.Name'),
  where: filter,
  sample: {
    fired: 1,
    days: 30,
    busiest_owner: 'Kim Ro',
    busiest_owner_times: 1,
    by_owner: '• Kim Ro: 1',
  },
});
