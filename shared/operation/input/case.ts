import type { Input } from '../definition.ts';

/** Which cases count as escalated. */
export const escalationInputs: readonly Input[] = [
  {
    key: 'escalated',
    label: 'Escalated Cases',
    help: 'Whether a case counts when it is marked as escalated (IsEscalated), by a person or by an escalation rule.',
    type: 'boolean',
    default: 'true',
  },
  {
    key: 'priorities',
    label: 'Priorities',
    help: 'Cases that get one of these priorities count too. Left empty, the priority does not matter.',
    type: 'list',
    mapped: true,
    source: 'case-priorities',
    most: 10,
  },
];
