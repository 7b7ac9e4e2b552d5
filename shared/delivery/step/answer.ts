import {
  and,
  answer,
  type Condition,
  equal,
  exists,
  fallback,
  isIn,
  literal,
  not,
  note,
  or,
  parametersOf,
  type Template,
} from '../../language/index.ts';
import type { Step } from '../step.ts';
import { postOnce } from './post.ts';

const input = parametersOf({ channel: 'text', user: 'text', answer_to: 'text' });
const go = note('boolean', 'go');
const directMessages = note('text', 'directMessages');
const noted = note('text', 'row.Message__c');

/** Slack's refusals of a conversation in which the bot may not speak. */
const NO_PLACE = [
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
] as const;

const hasUser: Condition = exists(input('user'));
/** Somebody wants the answer directly, or it has no other place to go. */
const isPersonal = and(hasUser, or(equal(input('answer_to'), 'person'), not(exists(input('channel')))));
const isRefused = isIn(note('text', 'messageError'), NO_PLACE);

/**
 * Answers in the conversation; where the bot may not speak there, and where the input `answer_to` says so, the person who
 * asked. A test writes to nobody. Notes the ts as `messageTs` and the channel as `messageChannel`.
 */
export function answerOnce(message: Readonly<Record<string, Template>>): readonly Step[] {
  const common = { noted, fresh: literal('boolean', false), message };
  const isReal = not(note('boolean', 'test'));
  return [
    {
      name: 'open the direct messages',
      when: and(go, isReal, note('boolean', 'resumed'), hasUser, not(exists(noted))),
      call: {
        to: 'slack',
        method: 'conversations.open',
        body: { users: input('user') },
        accept: 'any',
        reads: true,
      },
      notes: { directMessages: answer('text', 'channel', 'id') },
    },
    ...postOnce({
      ...common,
      name: 'message',
      when: and(go, not(isPersonal)),
      channel: input('channel'),
      accept: NO_PLACE,
      fail: [
        {
          when: and(isIn(answer('text', 'error'), NO_PLACE), not(hasUser)),
          as: {
            input: 'Channel',
            reason: 'the bot may not speak there',
            fix: 'Invite the bot to the conversation, or map who asked, who then gets the answer directly.',
          },
        },
      ],
    }),
    ...postOnce({
      ...common,
      name: 'direct',
      when: and(go, isReal, hasUser, or(isPersonal, isRefused)),
      channel: input('user'),
      lookIn: fallback(directMessages, input('user')),
      cannotLook: not(exists(directMessages)),
    }),
    {
      name: 'know the answer',
      when: go,
      notes: {
        messageTs: fallback(note('text', 'messageTs'), note('text', 'directTs')),
        messageChannel: fallback(note('text', 'messageChannel'), note('text', 'directChannel')),
      },
    },
  ];
}
