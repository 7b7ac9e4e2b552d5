import {
  and,
  answer,
  type Condition,
  choose,
  type Expression,
  equal,
  exists,
  fallback,
  fieldsOf,
  greaterOrEqual,
  isIn,
  length,
  lessOrEqual,
  literal,
  not,
  note,
  parametersOf,
  type Query,
} from '../../language/index.ts';
import { input } from '../input.ts';
import { Ledger } from '../ledger.ts';
import { read, updateRow } from '../ledger-part.ts';
import type { Step } from '../step.ts';
import { destination } from './destination.ts';

/** The most alerts that a channel may get in a window before the next ones go into a thread. */
export const MOST_ALERTS = 20;

/** How an alert stands in its channel: by itself, by itself with the thread of the next ones, or in that thread. */
const stands = { alone: 'alone', first: 'first', reply: 'reply' } as const;

const burst = parametersOf({ burst_limit: 'number', burst_minutes: 'number' });
const row = fieldsOf(Ledger);
const notedThread = note('text', 'row.Announcement__c');
const thread = note('text', 'thread');
const isMany = greaterOrEqual(length(note('list', 'recent')), burst('burst_limit'));

/** The alerts that a flow of this delivery name sent to the channel within the window, by the clock of Salesforce. */
function recent(states: readonly string[], most: number): Query {
  return {
    from: Ledger.name,
    select: [row('Message__c')],
    where: and(
      equal(row('Channel__c'), destination),
      equal(row('Delivery__c'), input('delivery_name')),
      isIn(row('State__c'), [...states]),
      equal(row('Organization__c'), note('text', 'organizationId')),
      equal(row('Team__c'), note('text', 'teamId')),
      lessOrEqual(row('Idle_Minutes__c'), burst('burst_minutes')),
    ),
    orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
    limit: most,
  };
}

/** What a delivery keeps of how its message stands, for those that come after it; missing where bursts are not looked at. */
export const standing: Expression<'text'> = note('text', 'standing');

/** The ts of the message in whose thread this one stands; missing when it stands by itself. */
export const threadOfBurst: Expression<'text'> = note('text', 'replyTo');

/** The message stands by itself, and the next ones in its thread. */
export const startsThread: Condition = equal(standing, stands.first);

/** The thread that an earlier run chose, whose message may be there. */
export const threadBefore = notedThread;

/**
 * Chooses where the message of a burst stands: once a channel has got as many in the window as the input allows, the next one starts a
 * thread and all after it stand in that, until the window has passed. The choice of a thread is noted in the row before
 * anything is posted, so that a later run looks there. Costs a Salesforce call where the input is filled, and one more for a
 * message in the thread. Runs at the same moment may each count too few; each message still comes once.
 */
export function chooseThread(when: Condition, found: Condition): readonly Step[] {
  const looks = and(
    when,
    exists(burst('burst_limit')),
    not(note('boolean', 'personal')),
    not(note('boolean', 'test')),
    not(found),
  );
  return [
    {
      name: 'look at the burst',
      when: and(looks, not(exists(notedThread))),
      call: {
        to: 'salesforce',
        allOrNone: false,
        parts: {
          recent: read(recent(Object.values(stands), MOST_ALERTS)),
          thread: read(recent([stands.first], 1)),
        },
      },
      notes: {
        recent: answer('list', 'recent', 'body', 'records'),
        openThread: answer('text', 'thread', 'body', 'records', 0, 'Message__c'),
      },
    },
    {
      name: 'choose where the message stands',
      when: looks,
      notes: {
        thread: fallback(
          notedThread,
          choose('text', [[isMany, note('text', 'openThread')]], literal('text', null)),
        ),
      },
    },
    {
      name: 'know how the message stands',
      when: looks,
      notes: {
        standing: choose(
          'text',
          [
            [exists(thread), stands.reply],
            [isMany, stands.first],
          ],
          stands.alone,
        ),
      },
    },
    {
      name: 'note the thread',
      when: and(looks, exists(thread), not(exists(notedThread))),
      call: {
        to: 'salesforce',
        allOrNone: false,
        parts: { row: updateRow(note('text', 'row.Id'), { Announcement__c: thread }) },
      },
    },
    { name: 'stand in the thread', after: ['note the thread'], when: looks, notes: { replyTo: thread } },
  ];
}
