import {
  add,
  and,
  answer,
  type Condition,
  choose,
  type Expression,
  epochSeconds,
  equal,
  exists,
  literal,
  not,
  notEqual,
  note,
  or,
  type Template,
} from '../../language/index.ts';
import { input } from '../input.ts';
import type { Failure, SlackCall, Step } from '../step.ts';
import { refusal } from '../warning.ts';

/**
 * Messages of a channel that are looked through after a crash; an app outside the Slack Marketplace may read no
 * more at once.
 */
const HISTORY = 15;
/** Seconds by which Slack's and Salesforce's clocks may differ when replies are looked for since the claim. */
const CLOCK_SKEW = 300;

/** A message to post once. */
export interface Post {
  /** What the steps and notes are called after, such as `briefing`. */
  readonly name: string;
  readonly when: Condition;
  readonly channel: Expression<'text'>;
  /** Where the message is looked for after a crash; `channel` unless told. */
  readonly lookIn?: Expression<'text'>;
  /** Nobody can look there, whatever Slack answers. */
  readonly cannotLook?: Condition;
  /** The ts of the message that this one answers. */
  readonly thread?: Expression<'text'>;
  /** A thread that is chosen on the way. */
  readonly under?: {
    /** The ts of the message that this one answers; missing when it stands by itself. */
    readonly thread: Expression<'text'>;
    /** The thread that an earlier run chose. */
    readonly before: Expression<'text'>;
    /** Chooses it, given whether the message was found. */
    readonly choose: (when: Condition, found: Condition) => readonly Step[];
  };
  /** The message may be there although no run broke off, so that the channel is looked through. */
  readonly mayBeThere?: Condition;
  /** The ts noted by an earlier run, missing when none was. */
  readonly noted: Expression<'text'>;
  /** The channel was made by this run, so that nothing can have been posted there. */
  readonly fresh: Condition;
  readonly message: Readonly<Record<string, Template>>;
  /** What the message keeps in its metadata besides the key: texts, numbers, or lists of flat objects. */
  readonly payload?: Readonly<Record<string, Template>>;
  /** Refusals that are noted and stop nothing. */
  readonly accept?: readonly string[] | 'any';
  /** What Slack's answer shows that ends the run nevertheless. */
  readonly fail?: readonly Failure[];
}

/**
 * Posts a message once. After a crash the channel's latest messages, or the thread's since the claim, are looked through
 * for the delivery's key; where they may not be read, the input "If unsure" decides. Notes `<name>Ts`, `<name>Channel`
 * and the refusal, and with a payload as `<name>Payload` what a message that was found keeps.
 */
export function postOnce(post: Post): readonly Step[] {
  const { name, when, channel, thread, under, noted, fresh, message, payload, accept = [], fail } = post;
  const inside = thread ?? under?.thread;
  const resumed = note('boolean', 'resumed');
  const looks = post.mayBeThere === undefined ? resumed : or(resumed, post.mayBeThere);
  const mayBeThere = and(when, looks, not(exists(noted)), not(fresh));
  const seen = note('text', `${name}Seen`);
  const blind = note('boolean', `${name}Blind`);
  /** Nothing can have been posted to a channel that Slack does not show the bot. */
  const refused = and(not(answer('boolean', 'ok')), notEqual(answer('text', 'error'), 'channel_not_found'));
  const unseen = post.cannotLook === undefined ? refused : or(post.cannotLook, refused);
  const stops = post.mayBeThere === undefined ? [] : [resumed];
  const isUnsure = (condition: Condition) =>
    and(condition, ...stops, not(equal(input('if_unsure'), 'repeat')));
  const unsure: Failure = { when: isUnsure(blind), as: 'unsure' };
  const inThread = note('text', `${name}SeenInThread`);
  const found = or(exists(noted), exists(seen), ...(under ? [exists(inThread)] : []));
  return [
    {
      name: `look for the ${name}`,
      when: mayBeThere,
      call: look(post),
      notes: {
        [`${name}Seen`]: newestWithKey('ts'),
        ...(payload && { [`${name}Payload`]: newestWithKey('metadata', 'event_payload') }),
        [`${name}Blind`]: unseen,
        unsure: isUnsure(unseen),
      },
      fail: [unsure],
    },
    ...(under
      ? [
          {
            name: `look for the ${name} in its thread`,
            when: and(mayBeThere, resumed, exists(under.before), not(exists(seen))),
            call: look({ ...post, thread: under.before }),
            notes: { [`${name}SeenInThread`]: newestWithKey('ts') },
          },
          ...under.choose(when, found),
        ]
      : []),
    {
      name: `post the ${name}`,
      when: and(when, not(found)),
      call: {
        to: 'slack',
        method: 'chat.postMessage',
        body: {
          channel,
          ...(inside && { thread_ts: inside }),
          ...message,
          unfurl_links: false,
          unfurl_media: false,
          metadata: { event_type: 'dealwire', event_payload: { key: note('text', 'key'), ...payload } },
        },
        accept,
      },
      notes: {
        [`${name}Posted`]: answer('text', 'ts'),
        [`${name}Channel`]: answer('text', 'channel'),
        ...refusal(name),
      },
      ...(fail && { fail }),
    },
    {
      name: `know the ${name}`,
      when,
      notes: {
        [`${name}Ts`]: firstOf(noted, seen, ...(under ? [inThread] : []), note('text', `${name}Posted`)),
      },
    },
  ];
}

function look({ channel, lookIn = channel, thread }: Post): SlackCall {
  const common = { limit: HISTORY, include_all_metadata: true };
  if (thread === undefined)
    return {
      to: 'slack',
      method: 'conversations.history',
      body: { channel: lookIn, ...common },
      accept: 'any',
      reads: true,
    };
  const claimed = epochSeconds(note('instant', 'row.CreatedDate'));
  return {
    to: 'slack',
    method: 'conversations.replies',
    body: { channel: lookIn, ts: thread, oldest: add(claimed, -CLOCK_SKEW), ...common },
    accept: 'any',
    reads: true,
  };
}

function firstOf(...values: readonly Expression<'text'>[]): Expression<'text'> {
  return choose(
    'text',
    values.map((value) => [exists(value), value] as const),
    literal('text', null),
  );
}

/** What stands at a path in the latest message with the delivery's key. */
function newestWithKey(...path: readonly string[]): Expression<'text'> {
  const at = (position: number, ...path: readonly string[]) => answer('text', 'messages', position, ...path);
  return choose(
    'text',
    Array.from({ length: HISTORY }, (_, position) => [
      equal(at(position, 'metadata', 'event_payload', 'key'), note('text', 'key')),
      at(position, ...path),
    ]),
    literal('text', null),
  );
}
