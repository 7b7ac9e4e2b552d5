import { NOT_HERE } from '../../delivery/step/look-up.ts';
import { answer, exists, fallback, literal, lower, note, parametersOf, trim } from '../../language/index.ts';
import type { Search } from '../search.ts';

const input = parametersOf({ email: 'text' });

/** Finds a person in Slack by email. */
export const findSlackUser: Search = {
  operation: {
    key: 'find_slack_user',
    group: 'People',
    noun: 'Slack User',
    label: 'Find Slack User',
    description: 'Finds a person in the Slack workspace by email address.',
    inputs: [
      {
        key: 'email',
        label: 'Email',
        help: 'The address of the person in Slack, in full; capitals make no difference.',
        type: 'text',
        required: true,
        longest: 254,
        placeholder: 'kim@acme.example',
      },
    ],
    outputs: [
      { key: 'id', label: 'User ID', type: 'text' },
      { key: 'name', label: 'User Name', type: 'text' },
      { key: 'real_name', label: 'Real Name', type: 'text' },
      { key: 'time_zone', label: 'Time Zone', type: 'text' },
      { key: 'is_deactivated', label: 'Is Deactivated', type: 'boolean' },
    ],
    sample: {
      id: 'U00KIMRO01',
      name: 'kim',
      real_name: 'Kim Ro',
      time_zone: 'America/Los_Angeles',
      is_deactivated: false,
    },
  },
  call: {
    to: 'slack',
    method: 'users.lookupByEmail',
    body: { email: lower(trim(input('email'))) },
    accept: NOT_HERE,
    reads: true,
  },
  notes: { user: answer('text', 'user') },
  found: exists(note('text', 'user.id')),
  item: {
    id: note('text', 'user.id'),
    name: note('text', 'user.name'),
    real_name: note('text', 'user.real_name'),
    time_zone: note('text', 'user.tz'),
    is_deactivated: fallback(note('boolean', 'user.deleted'), literal('boolean', false)),
  },
};
