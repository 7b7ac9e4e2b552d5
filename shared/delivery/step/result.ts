import { choose, collect, concat, exists, fallback, note, type Template } from '../../language/index.ts';
import { input } from '../input.ts';
import { outcome } from './close.ts';

/** What a step that stops nothing is called when it was refused, by the note that holds the refusal. */
const decorations = {
  inviteError: 'Invite',
  topicError: 'Topic',
  bookmarkError: 'Bookmark',
  pinError: 'Pin',
  announcementError: 'Announcement',
  chatterError: 'Chatter post',
  closeError: 'Ledger',
} as const;

const done = note('boolean', 'done');
const left = note('boolean', 'left');

/** What the delivery of a room returns on every platform. */
export const roomResult: Readonly<Record<string, Template>> = {
  outcome: choose(
    'text',
    [
      [done, 'already_delivered'],
      [left, outcome.left],
    ],
    outcome.delivered,
  ),
  already_delivered: done,
  event_key: input('event_key'),
  record_id: input('record_id'),
  channel_id: fallback(note('text', 'room'), note('text', 'row.Channel__c')),
  message_ts: fallback(note('text', 'briefingTs'), note('text', 'row.Message__c')),
  members: note('list', 'members'),
  not_added: note('list', 'missing'),
  warnings: collect(
    Object.entries(decorations).map(([error, label]) => ({
      when: exists(note('text', error)),
      value: concat(`${label}: `, note('text', error)),
    })),
  ),
};
