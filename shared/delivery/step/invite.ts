import {
  and,
  answer,
  type Condition,
  collect,
  type Expression,
  exists,
  greater,
  includes,
  isIn,
  itemAt,
  join,
  length,
  literal,
  not,
  note,
  or,
  pluck,
} from '../../language/index.ts';
import { input } from '../input.ts';
import type { Step } from '../step.ts';
import { refusal } from '../warning.ts';
import { emailAt, PEOPLE_LIMIT, peoplePositions, userAt } from './people.ts';

/** Refusals that mean the person is there. */
export const PRESENT = ['already_in_channel', 'cant_invite_self'] as const;

const people = note('list', 'people');
const room = note('text', 'room');
const named = note('list', 'namedPeople');
const others = note('list', 'otherPeople');

/**
 * Invites the people. Slack invites all or none and names those it refuses: the call is repeated once without
 * them. Notes `members` are the ids of people in the room, `missing` names those who could not be added.
 */
export const invitePeople: readonly Step[] = [
  {
    name: 'invite the people',
    when: and(note('boolean', 'go'), exists(room), greater(length(people), 0)),
    call: {
      to: 'slack',
      method: 'conversations.invite',
      body: { channel: room, users: join(people, ',') },
      accept: 'any',
    },
    notes: {
      invited: answer('boolean', 'ok'),
      ...refusal('invite'),
      namedPeople: pluck(answer('list', 'errors'), 'user'),
      presentPeople: pluck(answer('list', 'errors'), 'user', {
        field: 'error',
        values: PRESENT.map((code) => literal('text', code)),
      }),
    },
  },
  {
    name: 'leave out who was refused',
    notes: {
      otherPeople: collect(
        Array.from({ length: PEOPLE_LIMIT + 1 }, (_, position) => itemAt('text', people, position)).map(
          (id) => ({
            when: and(exists(id), greater(length(named), 0), not(includes(named, id))),
            value: id,
          }),
        ),
      ),
    },
  },
  {
    name: 'invite the others',
    when: greater(length(others), 0),
    call: {
      to: 'slack',
      method: 'conversations.invite',
      body: { channel: room, users: join(others, ',') },
      accept: 'any',
    },
    notes: { othersInvited: answer('boolean', 'ok'), ...refusal('others') },
  },
  {
    name: 'name who is in the room',
    when: note('boolean', 'go'),
    notes: {
      members: collect(
        Array.from({ length: PEOPLE_LIMIT + 1 }, (_, position) => itemAt('text', people, position)).map(
          (id) => ({
            when: isMember(id),
            value: id,
          }),
        ),
      ),
      missing: collect([
        ...peoplePositions.map((position) => ({
          when: and(exists(emailAt(position)), not(isMember(userAt(position)))),
          value: emailAt(position),
        })),
        {
          when: and(note('boolean', 'fallbackAsked'), not(isMember(note('text', 'fallbackUser')))),
          value: input('fallback_email'),
        },
        {
          when: greater(length(note('list', 'emails')), PEOPLE_LIMIT),
          value: literal('text', `everybody after the first ${PEOPLE_LIMIT}`),
        },
        ...peoplePositions.map((position) => {
          const name = itemAt('text', note('list', 'nameless'), position);
          return { when: exists(name), value: name };
        }),
      ]),
    },
  },
];

function isMember(id: Expression<'text'>): Condition {
  return and(
    exists(id),
    or(
      note('boolean', 'invited'),
      includes(note('list', 'presentPeople'), id),
      and(not(greater(length(named), 0)), isIn(note('text', 'inviteError'), PRESENT)),
      and(
        includes(others, id),
        or(note('boolean', 'othersInvited'), isIn(note('text', 'othersError'), PRESENT)),
      ),
    ),
  );
}
