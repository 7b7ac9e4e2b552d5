import {
  and,
  answer,
  type Condition,
  choose,
  concat,
  type Expression,
  equal,
  exists,
  fallback,
  fieldsOf,
  not,
  note,
  parametersOf,
  type Query,
  startsWith,
  type Template,
} from '../language/index.ts';
import { API_PATH } from '../salesforce/api-version.ts';
import { Ledger, status } from './ledger.ts';
import { insertMark, read, readIfPossible, updateRow } from './ledger-part.ts';
import { claim } from './step/claim.ts';
import { nameEvent } from './step/event.ts';
import { outcome } from './step/left.ts';
import { NOT_HERE } from './step/look-up.ts';
import { release } from './step/release.ts';
import type { Delivery, Part, Step } from './step.ts';
import { warnings } from './warning.ts';

const input = parametersOf({
  record_id: 'text',
  channel: 'text',
  message_ts: 'text',
  author: 'text',
  author_id: 'text',
  permalink: 'text',
  user: 'text',
  log_as: 'text',
});
const row = fieldsOf(Ledger);
const go = note('boolean', 'go');
const logs = note('boolean', 'logs');
const done = note('boolean', 'done');

/** The id of the record that gets the message: the one given, else the one whose room it was written in. */
export const loggedRecord: Expression<'text'> = note('text', 'target');

/** What a signal tells the delivery of a log. */
export interface LogPlan {
  readonly name: string;
  /** The event key: of the message. */
  readonly key: Expression<'text'>;
  /** Reads the status of tasks that are done. */
  readonly doneStatus: Query;
  readonly task: Readonly<Record<string, Template>>;
  readonly post: Readonly<Record<string, Template>>;
  /** What the person who logs it is told. */
  readonly confirmation: Expression<'text'>;
}

/** Reads which record the channel is the room of. */
const roomQuery: Query = {
  from: Ledger.name,
  select: [row('Record_Id__c')],
  where: and(
    equal(row('Channel__c'), input('channel')),
    startsWith(row('Key__c'), 'room-'),
    equal(row('Organization__c'), note('text', 'organizationId')),
    equal(row('Team__c'), note('text', 'teamId')),
  ),
  orderBy: [{ by: row('CreatedDate'), direction: 'descending' }],
  limit: 1,
};

/** The delivery of a Slack message to a record: once per message. */
export function logDelivery(plan: LogPlan): Delivery {
  return {
    name: plan.name,
    steps: [
      ...nameEvent({ key: plan.key }),
      ...claim({
        reads: { room: read(roomQuery), taskStatus: readIfPossible(plan.doneStatus) },
        notes: {
          roomRecord: answer('text', 'room', 'body', 'records', 0, 'Record_Id__c'),
          doneStatus: fallback(answer('text', 'taskStatus', 'body', 'records', 0, 'ApiName'), 'Completed'),
        },
      }),
      {
        name: 'know the record',
        when: go,
        notes: { target: fallback(input('record_id'), note('text', 'roomRecord')) },
      },
      { name: 'know whether there is something to log', notes: { logs: and(go, exists(loggedRecord)) } },
      {
        name: 'look up the author',
        when: and(logs, not(exists(input('author'))), exists(input('author_id'))),
        call: {
          to: 'slack',
          method: 'users.info',
          body: { user: input('author_id') },
          accept: NOT_HERE,
          reads: true,
        },
        notes: { authorName: fallback(answer('text', 'user', 'real_name'), answer('text', 'user', 'name')) },
      },
      {
        name: 'ask for the address of the message',
        when: and(logs, not(exists(input('permalink')))),
        call: {
          to: 'slack',
          method: 'chat.getPermalink',
          body: { channel: input('channel'), message_ts: input('message_ts') },
          accept: ['message_not_found', 'channel_not_found'],
          reads: true,
        },
        notes: { permalink: answer('text', 'permalink') },
      },
      write('log it as a task', equal(input('log_as'), 'task'), 'Task', plan.task),
      write('log it in Chatter', not(equal(input('log_as'), 'task')), 'FeedItem', plan.post),
      {
        name: 'close the delivery',
        after: ['log it as a task', 'log it in Chatter'],
        when: and(go, not(note('boolean', 'closed'))),
        call: {
          to: 'salesforce',
          allOrNone: false,
          mayFail: true,
          parts: {
            row: {
              ...updateRow(note('text', 'row.Id'), {
                Status__c: choose('text', [[logs, status.done]], status.waiting),
                Outcome__c: choose('text', [[logs, outcome.delivered]], NO_RECORD),
              }),
              accept: 'any',
            },
          },
        },
        notes: {
          closeError: fallback(answer('text', 'row', 'body', 0, 'errorCode'), answer('text', 'problem')),
        },
      },
      {
        name: 'tell the person',
        after: ['close the delivery'],
        when: and(go, exists(input('user')), not(note('boolean', 'test'))),
        call: {
          to: 'slack',
          method: 'chat.postEphemeral',
          body: { channel: input('channel'), user: input('user'), text: plan.confirmation },
          accept: 'any',
        },
      },
    ],
    alternatives: [[['log it as a task'], ['log it in Chatter']]],
    release,
    result: {
      outcome: choose(
        'text',
        [
          [done, 'already_delivered'],
          [exists(loggedRecord), outcome.delivered],
        ],
        NO_RECORD,
      ),
      already_delivered: done,
      event_key: note('text', 'eventKey'),
      record_id: loggedRecord,
      written_id: fallback(note('text', 'written'), note('text', 'row.State__c')),
      channel_id: input('channel'),
      warnings: warnings({ slack: {}, salesforce: { close: 'Ledger' } }),
    },
  };
}

/** What becomes of a message that belongs to no record; its delivery is given back, so that it can be logged later. */
const NO_RECORD = 'no_record';
/** What a part of an all-or-none call answers when another one failed. */
const HALTED = 'PROCESSING_HALTED';

/**
 * Writes the record, a unique mark and the end of the delivery in one all-or-none call, so that it is written once. A mark
 * that is there already says that it was.
 */
function write(
  name: string,
  when: Condition,
  object: 'Task' | 'FeedItem',
  body: Readonly<Record<string, Template>>,
): Step {
  const halts: Pick<Part, 'accept'> = { accept: [HALTED] };
  return {
    name,
    when: and(logs, when),
    call: {
      to: 'salesforce',
      allOrNone: true,
      parts: {
        mark: {
          ...insertMark(concat(note('text', 'key'), '~log')),
          accept: ['DUPLICATE_VALUE', HALTED],
        },
        written: { method: 'POST', path: `${API_PATH}/sobjects/${object}`, body, ...halts },
        row: {
          ...updateRow(note('text', 'row.Id'), {
            Status__c: status.done,
            Outcome__c: outcome.delivered,
            Record_Id__c: loggedRecord,
            Channel__c: input('channel'),
            Message__c: input('message_ts'),
            State__c: '@{written.id}',
          }),
          ...halts,
        },
      },
    },
    notes: {
      closed: equal(answer('number', 'row', 'status'), 204),
      written: answer('text', 'written', 'body', 'id'),
    },
  };
}
