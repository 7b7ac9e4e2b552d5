import {
  and,
  clockMinute,
  collect,
  contains,
  distinct,
  type Expression,
  exists,
  fallback,
  isIn,
  itemAt,
  literal,
  localDay,
  not,
  note,
  now,
  parametersOf,
  turn,
} from '../../language/index.ts';
import type { Step } from '../step.ts';
import { found, lookUpBy } from './look-up.ts';

/** People on call at one time, at most; a longer list only makes sense as a rotation. */
export const ON_CALL_LIMIT = 5;

const input = parametersOf({
  on_call_people: 'list',
  on_call_group: 'text',
  rotation: 'text',
  rotation_start: 'date',
  hand_over_time: 'text',
  time_zone: 'text',
});

const positions = Array.from({ length: ON_CALL_LIMIT }, (_, position) => position);
const rotates = isIn(input('rotation'), ['daily', 'weekly']);
const entryAt = (position: number) => itemAt('text', note('list', 'onCall'), position);
const isEmail = (entry: Expression<'text'>) => contains(entry, '@');
const userAt = (position: number) => note('text', `onCallUser${position}`);
const isReal = not(note('boolean', 'test'));

/** Whose turn it is: the day of a rotation begins when it is handed over. */
const today = localDay(
  now,
  fallback(input('time_zone'), 'UTC'),
  clockMinute(fallback(input('hand_over_time'), '00:00')),
);
const onDuty = {
  daily: turn('text', input('on_call_people'), { since: input('rotation_start'), today, days: 1 }),
  weekly: turn('text', input('on_call_people'), { since: input('rotation_start'), today, days: 7 }),
};

/**
 * Finds out who is on call: the people named, by email or Slack id, or the one of them whose turn it is, and the user
 * group. Notes `onCallIds` are the Slack ids to mention, `onCallMissing` the emails that Slack does not know. A test
 * addresses nobody.
 */
export const findOnCall: readonly Step[] = [
  {
    name: 'list who is on call',
    notes: {
      onCall: collect([
        { when: isIn(input('rotation'), ['daily']), value: onDuty.daily },
        { when: isIn(input('rotation'), ['weekly']), value: onDuty.weekly },
        ...positions.map((position) => ({
          when: not(rotates),
          value: itemAt('text', input('on_call_people'), position),
        })),
      ]),
    },
  },
  ...positions.map((position) => ({
    name: `look up person ${position + 1} on call`,
    when: and(note('boolean', 'go'), isReal, isEmail(entryAt(position))),
    call: lookUpBy(entryAt(position)),
    notes: { [`onCallUser${position}`]: found },
  })),
  {
    name: 'name who is on call',
    when: note('boolean', 'go'),
    notes: {
      onCallIds: distinct(
        collect([
          { when: and(isReal, exists(input('on_call_group'))), value: input('on_call_group') },
          ...positions.flatMap((position) => [
            {
              when: and(isReal, exists(entryAt(position)), not(isEmail(entryAt(position)))),
              value: entryAt(position),
            },
            { when: literal('boolean', true), value: userAt(position) },
          ]),
        ]),
      ),
      onCallMissing: collect(
        positions.map((position) => ({
          when: and(isReal, isEmail(entryAt(position)), not(exists(userAt(position)))),
          value: entryAt(position),
        })),
      ),
    },
  },
];
