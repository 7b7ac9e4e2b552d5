import { isMember, kindOf } from '../conversation.ts';
import type { Channel, Message } from '../store/records.ts';
import { findChannel, findMessage, type Workspace } from '../workspace.ts';
import { postSigned, type Receiver } from './receiver.ts';

/** Something that happened to a message. */
export interface MessageEvent {
  readonly type: 'message' | 'app_mention';
  /** The channel's id. */
  readonly channel: string;
  /** The message's ts. */
  readonly ts: string;
  /** Which delivery of an event that was sent before this is. */
  readonly again?: { readonly eventId: string; readonly number: 1 | 2 | 3; readonly reason: string };
}

/** What became of an event; Slack sends one again that was not taken. */
export interface EventOutcome {
  readonly eventId: string;
  readonly taken: boolean;
  /** As the header of the next delivery gives it: `http_timeout` or `http_error`. */
  readonly reason: 'http_timeout' | 'http_error' | undefined;
}

const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' } as const;

/** Sends an event to the app. Throws an Error for one that Slack would not send: of a channel the app is not in. */
export async function sendEvent(
  workspace: Workspace,
  receiver: Receiver,
  { type, channel: channelId, ts, again }: MessageEvent,
): Promise<EventOutcome> {
  const { team, app, store, clock } = workspace;
  const channel = findChannel(workspace, channelId);
  if (!channel || !isMember(channel, app.botUserId))
    throw new Error(`the app is not in a channel ${channelId}`);
  const message = findMessage(workspace, channelId, ts);
  if (!message) throw new Error(`there is no message ${ts} in ${channelId}`);
  if (type === 'app_mention' && !message.text.includes(`<@${app.botUserId}>`))
    throw new Error(`the message ${ts} does not mention <@${app.botUserId}>`);
  const eventId = again?.eventId ?? store.stamps.id('Ev');
  const body = JSON.stringify({
    token: store.stamps.id('token'),
    team_id: team.id,
    api_app_id: app.appId,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(clock.now() / 1000),
    event: eventOf(type, message, channel),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  });
  const repeat = again && {
    'x-slack-retry-num': String(again.number),
    'x-slack-retry-reason': again.reason,
  };
  const reply = await postSigned(workspace, receiver, 'application/json', body, repeat);
  const taken = reply !== undefined && reply.status >= 200 && reply.status < 300;
  return {
    eventId,
    taken,
    reason: taken ? undefined : reply === undefined ? 'http_timeout' : 'http_error',
  };
}

/** Asks a request URL to prove itself by echoing a challenge, as text or as JSON; tells whether it did. */
export async function verifyUrl(workspace: Workspace, receiver: Receiver): Promise<boolean> {
  const challenge = workspace.store.stamps.id('challenge');
  const body = JSON.stringify({
    token: workspace.store.stamps.id('token'),
    type: 'url_verification',
    challenge,
  });
  const reply = await postSigned(workspace, receiver, 'application/json', body);
  if (reply?.status !== 200) return false;
  return reply.body === challenge || reply.body === JSON.stringify({ challenge });
}

function eventOf(type: MessageEvent['type'], message: Message, channel: Channel) {
  const { user, text, ts, thread_ts, bot_id, app_id, blocks } = message;
  return {
    type,
    user,
    text,
    ts,
    channel: channel.channel_id,
    event_ts: ts,
    ...(type === 'message' ? { channel_type: CHANNEL_TYPES[kindOf(channel)] } : {}),
    ...(thread_ts === undefined ? {} : { thread_ts }),
    ...(bot_id === undefined ? {} : { bot_id, app_id }),
    ...(blocks === undefined ? {} : { blocks }),
  };
}
