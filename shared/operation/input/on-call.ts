import { and, exists, isIn, not, parametersOf } from '../../language/index.ts';
import type { Input, Rule } from '../definition.ts';
import { timeZone } from './time-zone.ts';

const input = parametersOf({ rotation: 'text', rotation_start: 'date' });

/** Who is on call and gets mentioned. */
export const onCallInputs: readonly Input[] = [
  {
    key: 'on_call_group',
    label: 'On-call Group',
    help: 'The Slack user group of those on call. Slack notifies each of its members.',
    type: 'text',
    source: 'user-groups',
    form: 'slack-id',
  },
  {
    key: 'on_call_people',
    label: 'On-call People',
    help: 'Email addresses or Slack ids of people on call: up to five at a time, or more who take turns.',
    type: 'list',
    source: 'users',
    most: 30,
  },
  {
    key: 'rotation',
    label: 'Rotation',
    help: 'Whether the people above take turns, in their order.',
    type: 'text',
    default: 'none',
    choices: { none: 'Everybody, always', daily: 'One a day', weekly: 'One a week' },
  },
  {
    key: 'rotation_start',
    label: 'Rotation Start',
    help: 'The day on which the first of the people is on call.',
    type: 'date',
  },
  {
    key: 'hand_over_time',
    label: 'Hand-over Time',
    help: 'The time of day at which one person hands over to the next.',
    type: 'text',
    form: 'clock',
    default: '09:00',
  },
  timeZone('The time zone of the hand-over time.'),
];

/** A rotation starts somewhere. */
export const rotationRule: Rule = {
  input: 'rotation_start',
  broken: and(isIn(input('rotation'), ['daily', 'weekly']), not(exists(input('rotation_start')))),
  reason: 'it is empty although people take turns',
  fix: 'Choose the day on which the first of them is on call.',
};
