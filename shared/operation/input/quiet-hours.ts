import {
  and,
  type Condition,
  choose,
  clockMinute,
  concat,
  equal,
  exists,
  fallback,
  greaterOrEqual,
  includes,
  less,
  localDay,
  localMinute,
  not,
  now,
  or,
  parametersOf,
  weekday,
} from '../../language/index.ts';
import type { Input, Rule } from '../definition.ts';
import { timeZone } from './time-zone.ts';

const input = parametersOf({
  quiet_from: 'text',
  quiet_to: 'text',
  quiet_days: 'list',
  time_zone: 'text',
});

/** Days of the week by their number in ISO 8601. */
const days = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
} as const;

/** When a trigger rests: nothing is read, and what happens meanwhile is noticed afterwards. */
export const quietTimeInputs: readonly Input[] = [
  {
    key: 'quiet_from',
    label: 'Quiet From',
    help: 'Nothing is noticed from this time on, such as 18:00; it is noticed when the quiet hours are over.',
    type: 'text',
    form: 'clock',
    placeholder: '18:00',
  },
  {
    key: 'quiet_to',
    label: 'Quiet To',
    help: 'The time at which the quiet hours end, such as 08:00 on the next morning.',
    type: 'text',
    form: 'clock',
    placeholder: '08:00',
  },
  {
    key: 'quiet_days',
    label: 'Quiet Days',
    help: 'Days of the week on which nothing is noticed at all.',
    type: 'list',
    choices: days,
    most: 6,
  },
];

/** The same, with the time zone they are in. */
export const quietHoursInputs: readonly Input[] = [
  ...quietTimeInputs,
  timeZone('The time zone of the quiet hours.'),
];

/** Quiet hours that could never end, or of which half is missing. */
export const quietHoursRules: readonly Rule[] = [
  {
    input: 'quiet_from',
    broken: and(exists(input('quiet_from')), equal(input('quiet_from'), input('quiet_to'))),
    reason: 'it is the same as Quiet To, so the quiet hours would never end',
    fix: 'Choose two different times.',
  },
  {
    input: 'quiet_to',
    broken: and(exists(input('quiet_from')), not(exists(input('quiet_to')))),
    reason: 'it is empty although Quiet From is filled in',
    fix: 'Fill in both, or none.',
  },
  {
    input: 'quiet_from',
    broken: and(exists(input('quiet_to')), not(exists(input('quiet_from')))),
    reason: 'it is empty although Quiet To is filled in',
    fix: 'Fill in both, or none.',
  },
];

const zone = fallback(input('time_zone'), 'UTC');
const at = localMinute(now, zone);
const from = clockMinute(input('quiet_from'));
const to = clockMinute(input('quiet_to'));

/** It is neither a quiet hour nor a quiet day. */
export const isAwake: Condition = not(
  or(
    includes(input('quiet_days'), concat(weekday(localDay(now, zone)))),
    choose(
      'boolean',
      [
        [not(exists(from)), false],
        [less(from, to), and(greaterOrEqual(at, from), less(at, to))],
      ],
      or(greaterOrEqual(at, from), less(at, to)),
    ),
  ),
);
