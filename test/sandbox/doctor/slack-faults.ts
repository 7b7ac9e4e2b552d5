import { CHANNELS, DELIVERY_SCOPES, HISTORY_SCOPES, PEOPLE } from '../slack/sample-workspace.ts';
import type { World } from '../world.ts';
import type { Fault } from './fault.ts';
import { slackSide } from './patient.ts';

type SwitchOn = NonNullable<Fault['switchOn']>;

const ALL = [...DELIVERY_SCOPES, ...HISTORY_SCOPES];

/** Looks at the workspace with another token. */
const withToken = (tokenOf: (world: World) => string): SwitchOn => {
  return (world, patient) => ({ ...patient, slack: slackSide(world.slack.url, tokenOf(world)) });
};

const withoutScope = (scope: string) =>
  withToken(({ slack }) => slack.issueToken({ scopes: ALL.filter((other) => other !== scope) }));

/** What can be wrong with a workspace or its bot. */
export const slackFaults: readonly Fault[] = [
  {
    name: 'token-revoked',
    what: 'the bot token is revoked',
    switchOn: ({ slack }) => void slack.revoke(slack.token),
    check: 'slack-token',
    weight: 'problem',
    remedy: /Bot User OAuth Token of the reinstalled/,
  },
  {
    name: 'token-of-person',
    what: 'the token is a person’s',
    switchOn: withToken(({ slack }) => slack.issueToken({ scopes: ALL, user: PEOPLE.ops.id })),
    check: 'slack-token',
    weight: 'problem',
    remedy: /Bot User OAuth Token/,
  },
  {
    name: 'token-rotating',
    what: 'the app rotates its tokens',
    switchOn: withToken(() => 'xoxe.xoxb-1-sample'),
    check: 'slack-token',
    weight: 'problem',
    remedy: /without token rotation/,
  },
  {
    name: 'bot-deactivated',
    what: 'the bot is deactivated',
    switchOn: ({ slack }) => void slack.deactivate(slack.botUserId),
    check: 'slack-token',
    weight: 'problem',
    remedy: /reinstalled Slack app/,
  },
  {
    name: 'slack-down',
    what: 'Slack does not answer',
    switchOn: ({ slack }) => void slack.failNext('auth.test', { status: 503, times: 20 }),
    check: 'slack-token',
    weight: 'problem',
    remedy: /repeated/,
  },
  {
    name: 'slack-limited',
    what: 'Slack asks to wait',
    switchOn: ({ slack }) => void slack.failNext('auth.test', { status: 429, retryAfter: 30, times: 20 }),
    check: 'slack-token',
    weight: 'problem',
    remedy: /repeated/,
  },
  {
    name: 'missing-scope',
    what: 'the token lacks a scope that a signal needs (chat:write)',
    switchOn: withoutScope('chat:write'),
    check: 'scopes',
    weight: 'problem',
    remedy: /Add chat:write under OAuth & Permissions/,
  },
  {
    name: 'missing-optional-scope',
    what: 'the token lacks a scope that a signal can live without (usergroups:read)',
    switchOn: withoutScope('usergroups:read'),
    check: 'scopes',
    weight: 'notice',
    remedy: /Without it: type the id of the user group/,
  },
  {
    name: 'not-in-channel',
    what: 'the bot is not in a private channel that messages go to',
    options: { channels: [CHANNELS.leadership] },
    check: 'channels',
    weight: 'problem',
    remedy: /\/invite @Dealwire/,
  },
  {
    name: 'not-in-public-channel',
    what: 'the bot is not in a public channel, and may not post there uninvited',
    switchOn: withoutScope('chat:write.public'),
    options: { channels: [CHANNELS.random] },
    check: 'channels',
    weight: 'problem',
    remedy: /\/invite @Dealwire/,
  },
  {
    name: 'channel-archived',
    what: 'a channel that messages go to is archived',
    options: { channels: [CHANNELS.oldDeals] },
    check: 'channels',
    weight: 'problem',
    remedy: /Unarchive it/,
  },
  {
    name: 'channel-unknown',
    what: 'there is no channel with the id given',
    options: { channels: ['C00NOTHERE'] },
    check: 'channels',
    weight: 'problem',
    remedy: /Copy the id/,
  },
  {
    name: 'rooms-forbidden',
    what: 'the workspace forbids the bot to open channels',
    switchOn: ({ slack }) =>
      void slack.failNext('conversations.create', { error: 'restricted_action', times: 20 }),
    check: 'rooms',
    weight: 'problem',
    remedy: /Channel Management/,
  },
  {
    name: 'room-not-archived',
    what: 'the workspace forbids the bot to archive channels',
    switchOn: ({ slack }) =>
      void slack.failNext('conversations.archive', { error: 'restricted_action', times: 20 }),
    check: 'rooms',
    weight: 'notice',
    remedy: /Archive it by hand/,
  },
];
