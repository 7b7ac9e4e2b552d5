import type { Input } from '../definition.ts';
import { aliases } from './aliases.ts';

/** Who is invited, besides the owner. */
export const peopleInputs: readonly Input[] = [
  {
    key: 'se_field',
    label: 'Solutions Engineer Field',
    help: 'The lookup to the user who is the solutions engineer of the deal.',
    type: 'text',
    source: 'opportunity-user-fields',
  },
  {
    key: 'csm_field',
    label: 'Customer Success Field',
    help: 'The lookup to the user who looks after the customer.',
    type: 'text',
    source: 'opportunity-user-fields',
  },
  {
    key: 'team_roles',
    label: 'Team Roles',
    help: 'Members of the opportunity team with these roles are invited. Left empty, the whole team is.',
    type: 'list',
    source: 'team-roles',
    most: 10,
  },
  {
    key: 'emails',
    label: 'More People',
    help: 'Email addresses of people who are always invited, such as legal or finance.',
    type: 'list',
    source: 'users',
    most: 10,
  },
  {
    key: 'fallback_email',
    label: 'Fallback Person',
    help: 'Email address of who is invited when nobody else can be found in Slack.',
    type: 'text',
    source: 'users',
  },
  aliases,
];
