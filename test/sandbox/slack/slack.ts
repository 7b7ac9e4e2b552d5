import { type FakeClock, fakeClock } from '../clock.ts';
import { type Server, serve } from '../serve.ts';
import { mountSlack } from './emulate.ts';
import { createFaults, type Fault } from './faults.ts';
import { answerRequest, type Front } from './front.ts';
import {
  type ChannelView,
  channelViews,
  type EphemeralView,
  ephemeralViews,
  type MessageView,
  messageViews,
  type PersonView,
  personView,
} from './inspect.ts';
import type { Receiver } from './outgoing/receiver.ts';
import { createResponseUrls } from './outgoing/response-urls.ts';
import { type Command, type CommandOutcome, sendCommand } from './outgoing/send-command.ts';
import { type EventOutcome, type MessageEvent, sendEvent, verifyUrl } from './outgoing/send-event.ts';
import { type MessageShortcut, type ShortcutOutcome, sendShortcut } from './outgoing/send-shortcut.ts';
import { createRateLimits } from './rate-limits.ts';
import { DELIVERY_SCOPES, HISTORY_SCOPES, SAMPLE_WORKSPACE } from './sample-workspace.ts';
import type { SlackSeed } from './seed.ts';
import { newChannel } from './store/rows.ts';
import { createTokens } from './tokens.ts';
import { addMessage, createWorkspace, findDirect, findUser } from './workspace.ts';

/** A local server that behaves like one Slack workspace. */
export interface SlackStandIn extends Server {
  /** A bot token with every scope that a delivery uses, history included. */
  readonly token: string;
  readonly botUserId: string;
  readonly teamId: string;
  readonly clock: FakeClock;
  /** What the app's requests are signed with. */
  readonly signingSecret: string;
  /** Where the origins of Slack are on this machine, for `mapHost`. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Another token: the bot's, or that of the person given. */
  issueToken(options: { readonly scopes: readonly string[]; readonly user?: string }): string;
  /** Makes a token answer `token_revoked`. */
  revoke(token: string): void;
  /** The rooms, direct conversations left out; of a computed population only those that were changed. */
  channels(): readonly ChannelView[];
  /** What people and apps posted, oldest first, in one channel or everywhere; Slack's own notices are left out. */
  messages(channelId?: string): readonly MessageView[];
  /** What one person alone sees, oldest first: ephemeral messages and answers to commands and shortcuts. */
  ephemerals(): readonly EphemeralView[];
  /** The person or bot with an id; throws when there is none. */
  person(userId: string): PersonView;
  /** The bot's conversation with a person, if it was ever opened. */
  directChannel(userId: string): string | undefined;
  /** Creates a channel as somebody else, without any check, and returns its id. */
  createChannel(options: {
    readonly name: string;
    readonly creator: string;
    readonly isPrivate?: boolean;
    readonly members?: readonly string[];
    readonly archived?: boolean;
  }): string;
  /** Deactivates a person, or the bot. */
  deactivate(userId: string): void;
  /** Posts as somebody else, without any check, and returns the message's ts. */
  postAs(userId: string, channelId: string, text: string, more?: { readonly threadTs?: string }): string;
  /** Somebody types a slash command; tells what they see at once. */
  sendCommand(receiver: Receiver, command: Command): Promise<CommandOutcome>;
  /** Somebody chooses a shortcut in the menu of a message. */
  sendShortcut(receiver: Receiver, shortcut: MessageShortcut): Promise<ShortcutOutcome>;
  /** Tells the app of a message in a channel it is in. */
  sendEvent(receiver: Receiver, event: MessageEvent): Promise<EventOutcome>;
  /** Checks a request URL by a challenge, as Slack does before it sends events there. */
  verifyUrl(receiver: Receiver): Promise<boolean>;
  /** Switches Slack's published rate limits, counted on the clock; they are off at first. */
  rateLimit(on: boolean): void;
  /** Lets a channel name of the last second be taken twice, as two parallel creates can; off at first. */
  racyNames(on: boolean): void;
  /** Makes the next calls of a method fail without any effect. */
  failNext(method: string, fault: Fault): void;
}

/** Starts a Slack stand-in on a free port; call its methods at `url + '/api/'`. */
export async function startSlack(
  options: { readonly clock?: FakeClock; readonly seed?: SlackSeed } = {},
): Promise<SlackStandIn> {
  const { clock = fakeClock(), seed = SAMPLE_WORKSPACE } = options;
  const workspace = createWorkspace(seed, clock);
  const { store, team, app } = workspace;
  const tokens = createTokens(workspace);
  const mounted = await mountSlack(store, `https://${team.domain}.slack.com`);
  const responseUrls = createResponseUrls(workspace);
  const front: Front = {
    workspace,
    mounted,
    tokens,
    faults: createFaults(),
    responseUrls,
    rateLimits: undefined,
  };
  const server = await serve('slack', (request) => answerRequest(front, request));
  return {
    ...server,
    token: tokens.issue([...DELIVERY_SCOPES, ...HISTORY_SCOPES]),
    botUserId: app.botUserId,
    teamId: team.id,
    clock,
    signingSecret: app.signingSecret,
    hosts: { 'https://slack.com': server.url, 'https://hooks.slack.com': server.url },
    issueToken: ({ scopes, user }) => tokens.issue(scopes, user),
    revoke: tokens.revoke,
    channels: () => channelViews(workspace),
    messages: (channelId) => messageViews(workspace, channelId),
    ephemerals: () => ephemeralViews(workspace),
    person: (userId) => personView(workspace, userId),
    directChannel: (userId) => findDirect(workspace, app.botUserId, userId)?.channel_id,
    createChannel: ({ members, ...channel }) =>
      store.channels.insert(
        newChannel(team.id, { ...channel, id: 'C', members: members ?? [channel.creator] }),
      ).channel_id,
    deactivate: (userId) => {
      const user = findUser(workspace, personView(workspace, userId).id);
      if (user) store.users.update(user.id, { deleted: true });
    },
    postAs: (user, channel_id, text, more = {}) =>
      addMessage(workspace, {
        user,
        channel_id,
        text,
        ...(more.threadTs ? { thread_ts: more.threadTs } : {}),
      }).ts,
    sendCommand: (receiver, command) => sendCommand(workspace, responseUrls, receiver, command),
    sendShortcut: (receiver, shortcut) => sendShortcut(workspace, responseUrls, receiver, shortcut),
    sendEvent: (receiver, event) => sendEvent(workspace, receiver, event),
    verifyUrl: (receiver) => verifyUrl(workspace, receiver),
    rateLimit: (on) => {
      front.rateLimits = on ? createRateLimits(clock) : undefined;
    },
    racyNames: (on) => {
      workspace.racyNames = on;
    },
    failNext: (method, fault) => front.faults.add(method, fault),
    close: async () => {
      await server.close();
      await mounted.close();
    },
  };
}
