import {
  and,
  answer,
  choose,
  collect,
  type Expression,
  exists,
  fallback,
  not,
  note,
  or,
  parametersOf,
} from '../../language/index.ts';
import type { Step } from '../step.ts';
import { found, lookUpBy } from './look-up.ts';

const input = parametersOf({ channel: 'text', person: 'text', fallback_email: 'text' });
const go = note('boolean', 'go');
const wanted = note('text', 'person');
const person = note('text', 'personUser');
const fallbackPerson = note('text', 'fallbackUser');
const isReal = not(note('boolean', 'test'));
const hasChannel = exists(input('channel'));
const hasFallback = exists(input('fallback_email'));

/** Where a message goes: a channel or a Slack user id. Missing only in a test, which sends no direct message. */
export const destination: Expression<'text'> = note('text', 'to');

/**
 * Finds where a message goes: to the person, else to the channel, else to the fallback person; a run that finds none
 * of them fails. The person is the one with the address given, else with that of the input. Notes `to`, whether it is
 * `personal`, and as `notReached` the address of a person whom Slack does not know.
 */
export function findDestination(email?: Expression<'text'>): readonly Step[] {
  return [
    {
      name: 'name the person',
      when: and(go, isReal),
      notes: { person: email === undefined ? input('person') : fallback(email, input('person')) },
    },
    {
      name: 'look up the person',
      when: and(go, isReal, exists(wanted)),
      call: lookUpBy(wanted),
      notes: { personUser: found },
      fail: [{ when: not(or(exists(person), hasChannel, hasFallback)), as: 'nowhere' }],
    },
    {
      name: 'look up the fallback person',
      when: and(go, isReal, not(or(exists(person), hasChannel)), hasFallback),
      call: lookUpBy(input('fallback_email')),
      notes: { fallbackUser: found },
      fail: [{ when: not(exists(fallbackPerson)), as: 'nowhere' }],
    },
    {
      name: 'know where it goes',
      when: go,
      notes: {
        to: choose(
          'text',
          [
            [exists(person), person],
            [hasChannel, input('channel')],
          ],
          fallbackPerson,
        ),
        personal: or(exists(person), exists(fallbackPerson)),
        notReached: collect([{ when: not(exists(person)), value: wanted }]),
      },
    },
  ];
}

/**
 * After a crash, the direct messages with the person as a channel, which is what their history is read by. Notes
 * `directMessages`.
 */
export const openDirectMessages: Step = {
  name: 'open the direct messages',
  when: and(
    go,
    note('boolean', 'resumed'),
    note('boolean', 'personal'),
    not(exists(note('text', 'row.Message__c'))),
  ),
  call: {
    to: 'slack',
    method: 'conversations.open',
    body: { users: destination },
    accept: 'any',
    reads: true,
  },
  notes: { directMessages: answer('text', 'channel', 'id') },
};
