import {
  and,
  type Condition,
  concat,
  type Expression,
  exists,
  note,
  type Template,
} from '../language/index.ts';
import type { Wanted } from '../people/wanted.ts';
import { type Facts, readFacts } from './facts.ts';
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
export interface RoomPlan extends Facts {
  readonly name: string;
  readonly entry: Entry;
  /** The record has left the state that the room is opened for. */
  readonly left: Condition;
  readonly people: readonly Wanted[];
  readonly channelName: Expression<'text'>;
  readonly topic: Expression<'text'>;
  readonly bookmark: Expression<'text'>;
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
      ...claim({
        ...readFacts(plan),
        perRecord: 'room',
        hasRecord: exists(note('text', 'recordRow.Channel__c')),
        found: exists(note('text', 'record')),
        left: plan.left,
      }),
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
    alternatives: [
      // Nothing needs to be looked for in a room that the run itself made.
      [
        ['create the room', 'create the room under its long name'],
        ['look at the bookmarks', 'look for the briefing', 'look for the announcement'],
      ],
      // The fallback person is looked up when nobody else was found, so nobody is left to invite without them.
      [['look up the fallback person'], ['invite the others']],
      // A delivery is closed in one way.
      [
        ['close a delivery whose record has left the state', 'give the record back'],
        ['write back and close the delivery', 'close the delivery'],
      ],
    ],
    release,
    result: roomResult(plan.extraLabels),
  };
}
