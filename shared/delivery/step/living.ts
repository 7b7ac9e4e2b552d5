import {
  and,
  answer,
  type Condition,
  type Expression,
  exists,
  fallback,
  isIn,
  not,
  notEqual,
  note,
  type Template,
} from '../../language/index.ts';
import type { Step } from '../step.ts';
import { refusal } from '../warning.ts';
import { takeOver } from './claim.ts';
import { postOnce } from './post.ts';

/** Marks the row of a message that later changes of its record no longer touch. */
export const CLOSED = 'closed';

/** Slack's refusals that say that the message is gone. */
const GONE = ['message_not_found', 'channel_not_found'] as const;
/** Slack's refusals to change a message that stop nothing: the thread still tells what happened. */
const UNCHANGEABLE = [...GONE, 'cant_update_message', 'edit_window_closed', 'is_inactive'] as const;

/** A message that follows its record: later changes update it and add a line to its thread. */
export interface Living {
  /** What the message shows, as a text to compare, at most 255 characters. */
  readonly state: Expression<'text'>;
  /** What changed since the state noted in `recordRow.State__c`; missing when nothing worth a line did. */
  readonly line: Expression<'text'>;
  /** The message that says it in the thread. */
  readonly thread: Readonly<Record<string, Template>>;
  /** The message has come to its end; an event after that gets a message of its own. */
  readonly ends: Condition;
}

const row = (field: string) => note('text', `recordRow.${field}`);

/** The record's message is there and follows it. */
export const isAlive: Condition = and(exists(row('Message__c')), notEqual(row('Outcome__c'), CLOSED));

/** There is a message to post: the record has none that follows it, or that one was deleted in Slack. */
export const needsMessage: Condition = and(
  note('boolean', 'go'),
  not(and(isAlive, not(note('boolean', 'messageGone')))),
);

/**
 * Updates the record's message and adds one line to its thread. A message that somebody deleted is replaced: the record's
 * row is taken over first, so that two runs do not both replace it.
 */
export function updateLiving(
  { line, thread }: Living,
  message: Readonly<Record<string, Template>>,
): readonly Step[] {
  const alive = and(note('boolean', 'go'), isAlive);
  return [
    {
      name: 'update the message',
      when: alive,
      call: {
        to: 'slack',
        method: 'chat.update',
        body: { channel: row('Channel__c'), ts: row('Message__c'), ...message },
        accept: UNCHANGEABLE,
      },
      notes: { messageGone: isIn(answer('text', 'error'), GONE), ...refusal('update') },
    },
    takeOver(
      'replace the message',
      and(alive, note('boolean', 'messageGone')),
      note('text', 'recordKey'),
      'recordRow',
      'tookRecord',
    ),
    ...postOnce({
      name: 'line',
      when: and(alive, not(note('boolean', 'messageGone')), exists(line)),
      channel: row('Channel__c'),
      thread: fallback(row('Announcement__c'), row('Message__c')),
      noted: note('text', 'row.Message__c'),
      fresh: not(note('boolean', 'resumed')),
      message: thread,
    }),
  ];
}
