import {
  and,
  answer,
  concat,
  type Expression,
  exists,
  note,
  type Query,
  type Template,
} from '../language/index.ts';
import type { Wanted } from '../people/wanted.ts';
import { read, readIfPossible } from './ledger-part.ts';
import { announce } from './step/announce.ts';
import { claim } from './step/claim.ts';
import { close } from './step/close.ts';
import { decorateRoom } from './step/decorate.ts';
import { type Entry, nameEvent } from './step/event.ts';
import { invitePeople } from './step/invite.ts';
import { findPeople } from './step/people.ts';
import { postOnce } from './step/post.ts';
import { release } from './step/release.ts';
import { roomResult } from './step/result.ts';
import { openRoom } from './step/room.ts';
import type { Delivery } from './step.ts';
import { refusal } from './warning.ts';

/** What a signal tells the delivery of its room. Expressions see the facts as the record. */
export interface RoomPlan {
  readonly name: string;
  readonly entry: Entry;
  /** Reads the record; a field that is missing or hidden ends the run. */
  readonly facts: Query;
  /** Further reads, by the note their rows go to; what cannot be read is left out. */
  readonly extras: Readonly<Record<string, Query>>;
  /** The extras whose refusal is worth a warning, and what people call them. */
  readonly extraLabels: Readonly<Record<string, string>>;
  readonly people: readonly Wanted[];
  readonly channelName: Expression<'text'>;
  readonly topic: Expression<'text'>;
  readonly bookmark: string;
  readonly briefing: Readonly<Record<string, Template>>;
  readonly announcement: Readonly<Record<string, Template>>;
  readonly chatterPost: Expression<'text'>;
}

/** The delivery of a room: one room per record, one briefing per event key, however often and wherever it runs. */
export function roomDelivery(plan: RoomPlan): Delivery {
  const go = note('boolean', 'go');
  const room = note('text', 'room');
  return {
    name: plan.name,
    steps: [
      ...nameEvent(plan.entry),
      ...claim(
        {
          facts: read(plan.facts),
          ...Object.fromEntries(
            Object.entries(plan.extras).map(([name, query]) => [name, readIfPossible(query)]),
          ),
        },
        {
          record: answer('text', 'facts', 'body', 'records', 0),
          ...Object.fromEntries(
            Object.keys(plan.extraLabels).map((name) => [
              `${name}Error`,
              answer('text', name, 'body', 0, 'errorCode'),
            ]),
          ),
          ...Object.fromEntries(
            Object.keys(plan.extras).map((name) => [name, answer('list', name, 'body', 'records')]),
          ),
        },
      ),
      ...findPeople(plan.people),
      ...openRoom(concat(note('text', 'testPrefix'), plan.channelName)),
      ...invitePeople,
      ...decorateRoom(plan.topic, plan.bookmark),
      ...postOnce({
        name: 'briefing',
        when: and(go, exists(room)),
        channel: room,
        noted: note('text', 'row.Message__c'),
        fresh: note('boolean', 'made'),
        message: plan.briefing,
      }),
      {
        name: 'pin the briefing',
        when: and(go, exists(note('text', 'briefingTs'))),
        call: {
          to: 'slack',
          method: 'pins.add',
          body: { channel: room, timestamp: note('text', 'briefingTs') },
          accept: 'any',
        },
        notes: refusal('pin'),
      },
      ...announce(plan.announcement),
      ...close(
        [
          'pin the briefing',
          'set the topic',
          'bookmark the record',
          'note the room',
          'note the announcement',
        ],
        plan.chatterPost,
      ),
    ],
    release,
    result: roomResult(plan.extraLabels),
  };
}
