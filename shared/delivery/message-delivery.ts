import {
  and,
  type Condition,
  type Expression,
  exists,
  fallback,
  literal,
  not,
  note,
  type Template,
} from '../language/index.ts';
import { chooseThread, threadBefore, threadOfBurst } from './step/burst.ts';
import type { Claim } from './step/claim.ts';
import { claim } from './step/claim.ts';
import { CLOSE, CLOSE_TOLD, closeMessage } from './step/close-message.ts';
import { destination, findDestination, openDirectMessages } from './step/destination.ts';
import { type Entry, nameEvent } from './step/event.ts';
import { closeLeft, giveRecordBack } from './step/left.ts';
import { isAlive, type Living, needsMessage, updateLiving } from './step/living.ts';
import { messageResult } from './step/message-result.ts';
import { findOnCall } from './step/on-call.ts';
import { postOnce } from './step/post.ts';
import { release } from './step/release.ts';
import type { Alternatives, Delivery, Step } from './step.ts';
import { type Telling, toldIds } from './told.ts';

/** What a signal tells the delivery of its message. Expressions see the facts as the record. */
export interface MessagePlan {
  readonly name: string;
  readonly entry: Entry;
  /** What is read with the claim, and how it is noted. */
  readonly reads: Pick<Claim, 'reads' | 'notes'>;
  /** Tells whether the record is there; a message about no record leaves it out. */
  readonly found?: Condition;
  /** The record has left the state that the message is about; a message that is there follows it nevertheless. */
  readonly left?: Condition;
  /** An alert without the ledger may have been sent before; what it posted in the channel is found and becomes the message. */
  readonly mayBeThere?: Condition;
  /** Messages beyond a number that the input `burst_limit` allows a channel stand in a thread. */
  readonly gathers?: true;
  /** Further reads, made once the delivery is claimed. */
  readonly more?: readonly Step[];
  /** The address of who gets the message directly; when it is missing, the input `person` tells. */
  readonly person?: Expression<'text'>;
  /** The channel that gets the message, where no input tells. */
  readonly to?: Expression<'text'>;
  /** The message addresses the people on call; its card may read the notes of `findOnCall`. */
  readonly addressesOnCall?: true;
  readonly message: Readonly<Record<string, Template>>;
  /** The message follows its record. */
  readonly living?: Living;
  /** Opportunities that the message tells of, each once in a period; a run that finds none of them has nothing to say. */
  readonly tells?: Telling;
  /** The reads whose refusal is worth a warning, and what people call them. */
  readonly readLabels?: Readonly<Record<string, string>>;
  /** What the operation returns besides what every message does. */
  readonly result?: Readonly<Record<string, Template>>;
}

/** The delivery of a message to a channel or a person: once per event key, and for a living one once per record. */
export function messageDelivery(plan: MessagePlan): Delivery {
  const { living, tells } = plan;
  const when = and(living ? needsMessage : note('boolean', 'go'), exists(destination));
  return {
    name: plan.name,
    steps: [
      ...nameEvent(plan.entry),
      ...claim({
        ...plan.reads,
        ...(living && { perRecord: 'message', hasRecord: isAlive }),
        ...(plan.found && { found: plan.found }),
        ...(plan.left && { left: living ? and(not(isAlive), plan.left) : plan.left }),
      }),
      ...(plan.more ?? []),
      ...(plan.addressesOnCall ? findOnCall : []),
      ...(plan.to === undefined ? findDestination(plan.person) : [knowDestination(plan.to)]),
      ...(living ? updateLiving(living, plan.message) : []),
      ...(plan.to === undefined ? [openDirectMessages] : []),
      ...postOnce({
        name: 'message',
        when,
        channel: destination,
        lookIn: fallback(note('text', 'directMessages'), destination),
        cannotLook: and(note('boolean', 'personal'), not(exists(note('text', 'directMessages')))),
        noted: note('text', 'row.Message__c'),
        ...(plan.mayBeThere && { mayBeThere: and(plan.mayBeThere, not(note('boolean', 'personal'))) }),
        ...(plan.gathers && {
          under: { thread: threadOfBurst, before: threadBefore, choose: chooseThread },
        }),
        fresh: literal('boolean', false),
        message: plan.message,
        ...(tells && { payload: { told: [toldIds(tells)] } }),
      }),
      ...closeMessage(living, tells, plan.gathers),
      closeLeft,
      ...(living ? [giveRecordBack] : []),
    ],
    alternatives: alternativesOf(plan),
    release,
    result: { ...messageResult(living, plan.readLabels ?? {}), ...plan.result },
  };
}

/** Goes where the plan says. */
function knowDestination(to: Expression<'text'>): Step {
  return { name: 'know where it goes', when: note('boolean', 'go'), notes: { to } };
}

/** A message is updated or posted; a record that has left its state gets neither. */
function alternativesOf({ living, tells, gathers }: MessagePlan): readonly Alternatives[] {
  if (living === undefined) return [[[closeLeft.name], [CLOSE], ...(tells ? [[CLOSE_TOLD]] : [])]];
  return [
    [
      ['look for the line', 'post the line'],
      [
        'open the direct messages',
        'look for the message',
        'post the message',
        'replace the message',
        ...(gathers ? ['look for the message in its thread', 'look at the burst', 'note the thread'] : []),
      ],
    ],
    [[closeLeft.name, giveRecordBack.name], [CLOSE]],
  ];
}
