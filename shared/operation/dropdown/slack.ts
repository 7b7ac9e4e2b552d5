import { answer, concat } from '../../language/index.ts';
import type { Dropdown } from './dropdown.ts';
import { isFound } from './search.ts';

/** Channels of one page, Slack's most: the bot is in every room it ever opened. */
const PAGE = 999;

/** The channels the bot is in; a workspace's other channels are never listed. */
export const channels: Dropdown = {
  from: 'slack',
  method: 'users.conversations',
  parameters: { types: 'public_channel,private_channel', exclude_archived: true, limit: PAGE },
  list: 'channels',
  searched: true,
  line: {
    keep: isFound(answer('text', 'name')),
    label: concat('#', answer('text', 'name')),
    value: answer('text', 'id'),
  },
};

/** The user groups in use; none where the plan has no groups or the app may not see them. */
export const userGroups: Dropdown = {
  from: 'slack',
  method: 'usergroups.list',
  parameters: {},
  list: 'usergroups',
  none: ['plan_upgrade_required', 'missing_scope'],
  line: { label: concat('@', answer('text', 'handle')), value: answer('text', 'id') },
};
