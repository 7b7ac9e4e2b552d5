import { and, choose, equal, fallback, literal, not, note, or, type Template } from '../../language/index.ts';
import { input } from '../input.ts';
import { warnings } from '../warning.ts';
import { outcome } from './left.ts';

const done = note('boolean', 'done');
const left = or(note('boolean', 'left'), and(done, equal(note('text', 'row.Outcome__c'), outcome.left)));

/**
 * What the delivery of a room returns on every platform. A record that has left the state has no room to name.
 * `extraLabels` are what people call the reads that may be refused.
 */
export function roomResult(
  extraLabels: Readonly<Record<string, string>>,
): Readonly<Record<string, Template>> {
  return {
    outcome: choose(
      'text',
      [
        [left, outcome.left],
        [done, 'already_delivered'],
      ],
      outcome.delivered,
    ),
    already_delivered: done,
    event_key: note('text', 'eventKey'),
    record_id: input('record_id'),
    channel_id: choose(
      'text',
      [[not(left), fallback(note('text', 'room'), note('text', 'row.Channel__c'))]],
      literal('text', null),
    ),
    message_ts: fallback(note('text', 'briefingTs'), note('text', 'row.Message__c')),
    members: note('list', 'members'),
    not_added: note('list', 'missing'),
    warnings: warnings({
      slack: {
        invite: 'Invite',
        others: 'Second invite',
        topic: 'Topic',
        bookmark: 'Bookmark',
        pin: 'Pin',
        announcement: 'Announcement',
      },
      salesforce: { ...extraLabels, chatter: 'Chatter post', close: 'Ledger' },
    }),
  };
}
