import {
  and,
  answer,
  concat,
  type Expression,
  exists,
  includes,
  not,
  note,
  or,
  pluck,
  truncate,
} from '../../language/index.ts';
import { input } from '../input.ts';
import type { Step } from '../step.ts';
import { refusal } from '../warning.ts';

/** Slack's longest topic. */
const TOPIC_LENGTH = 250;

const go = note('boolean', 'go');
const room = note('text', 'room');
const inRoom = and(go, exists(room));

/** The record's address in Salesforce. */
export const recordUrl: Expression<'text'> = concat(note('text', 'instanceUrl'), '/', input('record_id'));

/** Sets the room's topic and bookmarks the record. A refusal is noted and stops nothing. */
export function decorateRoom(topic: Expression<'text'>, bookmark: Expression<'text'>): readonly Step[] {
  return [
    {
      name: 'set the topic',
      when: inRoom,
      call: {
        to: 'slack',
        method: 'conversations.setTopic',
        body: { channel: room, topic: truncate(concat(note('text', 'mark'), topic), TOPIC_LENGTH) },
        accept: 'any',
      },
      notes: refusal('topic'),
    },
    {
      name: 'look at the bookmarks',
      when: and(inRoom, not(note('boolean', 'made'))),
      call: { to: 'slack', method: 'bookmarks.list', body: { channel_id: room }, accept: 'any', reads: true },
      notes: {
        bookmarksKnown: answer('boolean', 'ok'),
        bookmarked: includes(pluck(answer('list', 'bookmarks'), 'link'), recordUrl),
        ...refusal('bookmark'),
      },
    },
    {
      name: 'bookmark the record',
      when: and(
        inRoom,
        or(note('boolean', 'made'), note('boolean', 'bookmarksKnown')),
        not(note('boolean', 'bookmarked')),
      ),
      call: {
        to: 'slack',
        method: 'bookmarks.add',
        body: { channel_id: room, title: bookmark, type: 'link', link: recordUrl },
        accept: 'any',
      },
      notes: refusal('bookmark'),
    },
  ];
}
