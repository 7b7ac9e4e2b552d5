import { greaterOrEqual, parametersOf } from '../language/index.ts';
import { quietHoursInputs } from '../operation/input/quiet-hours.ts';
import { accountCreated } from '../operation/trigger/account-created.ts';
import { accountChannel } from '../signal/account-channel/account-channel.ts';
import { account, filter } from '../signal/account-channel/filter.ts';
import { asList } from '../target/js/value.ts';
import type { Past } from './past.ts';

const input = parametersOf({ since: 'instant' });

/** Accounts were created. */
export const pastAccounts: Past = {
  signal: accountChannel.name,
  inputs: accountCreated.operation.inputs.filter((each) => !quietHoursInputs.includes(each)),
  records: {
    from: accountChannel.object,
    select: [account('Id'), account('Type'), account('Owner.Name'), account('CreatedDate')],
    where: greaterOrEqual(account('CreatedDate'), input('since')),
    orderBy: [{ by: account('CreatedDate'), direction: 'descending' }],
  },
  momentsOf: (found) => [{ at: String(found.CreatedDate), record: found, changes: [] }],
  fires: filter,
  key: accountCreated.item.id as Past['key'],
  limits: ({ types }) =>
    asList(types).length === 0
      ? []
      : ['Types count as they are today; what they were at first is not known.'],
};
