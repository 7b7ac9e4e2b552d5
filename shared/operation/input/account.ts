import type { Input } from '../definition.ts';
import { aliases } from './aliases.ts';

/** Which accounts count. */
export const accountTypes: Input = {
  key: 'types',
  label: 'Account Types',
  help: 'Accounts of these types count. Left empty, every account does, also one without a type.',
  type: 'list',
  source: 'account-types',
  most: 20,
};

/** What the channel of an account is like. */
export const accountChannelInputs: readonly Input[] = [
  {
    key: 'channel_pattern',
    label: 'Channel Name',
    help: 'Tokens: {account}, {owner}, {segment}. Capitals, blanks and accents are turned into what Slack allows.',
    type: 'text',
    default: 'acct-{account}',
  },
  {
    key: 'segment_field',
    label: 'Segment Field',
    help: 'The field behind the token {segment} of the channel name.',
    type: 'text',
    default: 'Type',
    source: 'account-fields',
  },
  {
    key: 'is_private',
    label: 'Private Channel',
    help: 'Only invited people see a private channel.',
    type: 'boolean',
    default: 'true',
  },
];

/** Who is invited to it, besides the owner. */
export const accountPeopleInputs: readonly Input[] = [
  {
    key: 'csm_field',
    label: 'Customer Success Field',
    help: 'The lookup to the user who looks after the customer.',
    type: 'text',
    source: 'account-user-fields',
  },
  {
    key: 'team_roles',
    label: 'Team Roles',
    help: 'Members of the account team with these roles are invited. Left empty, the whole team is.',
    type: 'list',
    source: 'account-team-roles',
    most: 10,
  },
  {
    key: 'emails',
    label: 'More People',
    help: 'Email addresses of people who are always invited.',
    type: 'list',
    most: 10,
  },
  {
    key: 'fallback_email',
    label: 'Fallback Person',
    help: 'Email address of who is invited when nobody else can be found in Slack.',
    type: 'text',
  },
  aliases,
];
