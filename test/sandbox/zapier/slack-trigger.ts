import type { MessageView } from '../slack/inspect.ts';
import type { SlackStandIn } from '../slack/slack.ts';
import { refuse } from './refuse.ts';
import type { SlackAccount } from './slack-app.ts';
import type { Step } from './step-tree.ts';
import type { Item, Trigger } from './trigger.ts';
import { ZapProblem } from './zap-problem.ts';

/** Which messages start a Zap: every one in a public channel, or those that somebody pushes to it. */
export type SlackEvent = 'posted' | 'pushed';

/** Names of mappings to a message; exports show none, so these are as commonly seen. */
export const SLACK_TRIGGER_OUTPUTS: ReadonlySet<string> = new Set([
  'id',
  'ts',
  'text',
  'thread_ts',
  'permalink',
  'user__id',
  'user__name',
  'user__real_name',
  'channel__id',
  'channel__name',
]);

const PARAMS: Readonly<Record<SlackEvent, readonly string[]>> = {
  posted: ['listen_for_bots', 'raw'],
  pushed: [],
};

/** Throws ZapRefusal for a param whose effect no export shows. */
export function checkSlackTrigger({ node, name }: Step, event: SlackEvent): void {
  for (const [param, value] of Object.entries(node.params))
    if (!PARAMS[event].includes(param) || !YES_OR_NO.has(value) || (param === 'raw' && isYes(value)))
      refuse('stock-param', `${name}: ${param}`);
}

/** Watches the stand-in's messages from now on. */
export function openSlackTrigger(
  { node, name }: Step,
  event: SlackEvent,
  { standIn }: SlackAccount,
): Trigger {
  let seen = standIn.messages().length;
  const pushed: Item[] = [];
  const posted = (): readonly Item[] => {
    const messages = standIn.messages().slice(seen);
    seen += messages.length;
    return messages
      .filter(({ user }) => user !== standIn.botUserId || isYes(node.params.listen_for_bots))
      .flatMap((message) => toItem(standIn, message, 'public'));
  };
  return {
    look: () => {
      const found = event === 'posted' ? posted() : pushed.splice(0);
      return [async () => found.toReversed()];
    },
    close: async () => {},
    push: (channel, ts) => {
      if (event !== 'pushed') throw new ZapProblem(`${name} does not start by pushing; use pushed_message.`);
      const message = standIn.messages(channel).find((each) => each.ts === ts);
      if (message === undefined) throw new Error(`There is no message ${ts} in ${channel}.`);
      pushed.push(...toItem(standIn, message, 'any'));
    },
  };
}

function toItem(standIn: SlackStandIn, message: MessageView, channels: 'public' | 'any'): readonly Item[] {
  const { channel, ts, text, thread_ts, permalink, user } = message;
  const room = standIn.channels().find(({ id }) => id === channel);
  if (channels === 'public' && (room === undefined || room.isPrivate)) return [];
  const { name, realName } = standIn.person(user);
  return [
    {
      id: `${channel}-${ts}`,
      ts,
      text,
      ...(thread_ts === undefined ? {} : { thread_ts }),
      permalink,
      user: { id: user, name, real_name: realName },
      channel: { id: channel, ...(room === undefined ? {} : { name: room.name }) },
    },
  ];
}

const YES_OR_NO: ReadonlySet<unknown> = new Set(['yes', 'no', true, false]);

function isYes(value: unknown): boolean {
  return value === 'yes' || value === true;
}
