import {
  add,
  and,
  answer,
  type Condition,
  choose,
  concat,
  type Expression,
  epochSeconds,
  equal,
  exists,
  fallback,
  fieldsOf,
  greaterOrEqual,
  itemAt,
  length,
  literal,
  lower,
  not,
  note,
  or,
  pluck,
  slug,
  type Template,
} from '../../language/index.ts';
import { input } from '../input.ts';
import { Ledger, status } from '../ledger.ts';
import { read, updateRow } from '../ledger-part.ts';
import type { Step } from '../step.ts';

/** Slack's longest channel name. */
const NAME_LENGTH = 80;
/** What is kept of a name that gets a record id and a dash behind it: 80 - 18 - 1. */
const SHORT_LENGTH = 61;
/** Seconds by which Slack's and Salesforce's clocks may differ when a room is recognised as made after its claim. */
const CLOCK_SKEW = 300;

const go = note('boolean', 'go');
const resumed = note('boolean', 'resumed');
const name = note('text', 'name');
const longName = note('text', 'longName');
const noted = note('text', 'recordRow.Channel__c');
const found = note('text', 'found.id');

/**
 * Opens the record's room once. A taken name gets the whole record id behind it. After a crash the bot's own rooms
 * are looked through first: a room of exactly our name, made by our bot after the claim and held by no ledger row,
 * is the one that was made and not noted. Notes `room` (the channel id), `made` and `recordNoted`.
 */
export function openRoom(nameFromPattern: Expression<'text'>): readonly Step[] {
  const cleaned = slug(nameFromPattern, NAME_LENGTH);
  return [
    {
      name: 'name the room',
      notes: {
        name: fallback(cleaned, concat('room-', lower(input('record_id')))),
        longName: concat(slug(fallback(cleaned, 'room'), SHORT_LENGTH), '-', lower(input('record_id'))),
      },
    },
    {
      name: 'ask who the bot is',
      when: and(go, resumed, not(exists(noted))),
      call: { to: 'slack', method: 'auth.test', body: {}, reads: true },
      notes: { bot: answer('text', 'user_id') },
    },
    {
      name: 'look through the bot’s rooms',
      when: and(go, resumed, not(exists(noted))),
      call: {
        to: 'slack',
        method: 'users.conversations',
        body: {
          types: choose('text', [[input('is_private'), 'private_channel']], 'public_channel'),
          limit: 999,
          exclude_archived: true,
          cursor: note('text', 'cursor'),
        },
        reads: true,
      },
      notes: {
        cursor: fallback(answer('text', 'response_metadata', 'next_cursor'), literal('text', 'end')),
        longRooms: roomsCalled(longName),
        shortRooms: roomsCalled(name),
      },
      again: {
        while: and(
          equal(length(note('list', 'longRooms.ids')), 0),
          equal(length(note('list', 'shortRooms.ids')), 0),
          not(equal(note('text', 'cursor'), 'end')),
        ),
        limit: 100,
      },
    },
    {
      name: 'know the room that was found',
      notes: { found: { id: firstOf('ids'), creator: firstOf('creators'), created: firstOf('created') } },
    },
    {
      name: 'ask whether the room is taken',
      when: and(
        exists(found),
        equal(note('text', 'found.creator'), note('text', 'bot')),
        greaterOrEqual(
          add(note('number', 'found.created'), CLOCK_SKEW),
          epochSeconds(note('instant', 'recordRow.CreatedDate')),
        ),
      ),
      call: {
        to: 'salesforce',
        allOrNone: false,
        parts: {
          holders: read({
            from: Ledger.name,
            select: [fieldsOf(Ledger)('Id')],
            where: equal(fieldsOf(Ledger)('Channel__c'), found),
            limit: 1,
          }),
        },
      },
      notes: { adopted: equal(answer('number', 'holders', 'body', 'totalSize'), 0) },
    },
    create('create the room', name, and(go, not(exists(noted)), not(note('boolean', 'adopted'))), 'first', [
      'name_taken',
    ]),
    create(
      'create the room under its long name',
      longName,
      and(go, not(exists(noted)), not(note('boolean', 'adopted')), not(exists(note('text', 'first.id')))),
      'second',
      [],
    ),
    {
      name: 'know the room',
      notes: {
        made: or(exists(note('text', 'first.id')), exists(note('text', 'second.id'))),
        room: fallback(
          noted,
          choose('text', [[note('boolean', 'adopted'), found]], literal('text', null)),
          note('text', 'first.id'),
          note('text', 'second.id'),
        ),
      },
    },
    {
      name: 'note the room',
      when: and(go, not(exists(noted)), exists(note('text', 'room'))),
      call: {
        to: 'salesforce',
        allOrNone: false,
        parts: {
          room: updateRow(note('text', 'recordRow.Id'), {
            Channel__c: note('text', 'room'),
            Status__c: status.done,
          }),
        },
      },
      notes: { recordNoted: equal(answer('number', 'room', 'status'), 204) },
    },
  ];
}

/** What the answer says of the bot's rooms that carry a name, each list in the same order. */
function roomsCalled(wanted: Expression<'text'>): Template {
  const all = (field: string) =>
    pluck(answer('list', 'channels'), field, { field: 'name', values: [wanted] });
  return { ids: all('id'), creators: all('creator'), created: all('created') };
}

/** The same of one room, under the long name first: only we would have made that. */
function firstOf(list: 'ids' | 'creators' | 'created'): Expression<'text'> {
  return fallback(
    itemAt('text', note('list', `longRooms.${list}`), 0),
    itemAt('text', note('list', `shortRooms.${list}`), 0),
  );
}

function create(
  step: string,
  roomName: Expression<'text'>,
  when: Condition,
  noteName: 'first' | 'second',
  accept: readonly string[],
): Step {
  return {
    name: step,
    when,
    call: {
      to: 'slack',
      method: 'conversations.create',
      body: { name: roomName, is_private: input('is_private') },
      accept,
    },
    notes: { [noteName]: { id: answer('text', 'channel', 'id') } },
  };
}
