import type { Org } from '../org.ts';
import { answerTo, type BayeuxMessage, refuse } from './bayeux.ts';
import { findChannel, startOf } from './channel.ts';
import type { CometdContext } from './context.ts';
import type { Session, Subscription } from './session.ts';
import { mayView } from './take-events.ts';

/** Between the acknowledgement of a subscription and its first event, in milliseconds. */
const REPLAY_PAUSE = 30;

/** Answers a subscribe; events follow after a pause. */
export function subscribe(context: CometdContext, session: Session, message: BayeuxMessage): BayeuxMessage {
  const { subscription: name } = message;
  const opened = openSubscription(context.org, message);
  if (typeof opened === 'string') return refuse(message, opened, { subscription: name });
  session.subscriptions.set(opened.channel.name, opened);
  void makeReady(context, session, opened);
  return answerTo(message, true, { subscription: name });
}

async function makeReady(context: CometdContext, session: Session, opened: Subscription): Promise<void> {
  await context.wait(REPLAY_PAUSE, context.closed);
  opened.ready = true;
  context.wake(session);
}

/** The subscription a message asks for, or the error it is refused with. */
function openSubscription(org: Org, message: BayeuxMessage): Subscription | string {
  const { subscription: name } = message;
  if (typeof name !== 'string' || name === '') return '400::Channel name not specified';
  if (!name.startsWith('/')) return "400::Channel subscriptions must start with a leading '/'";
  const channel = findChannel(org, name);
  if (channel === undefined) return `400::The channel you requested to subscribe to doesn't exist {${name}}`;
  if (channel.sobject !== undefined && !mayView(org, channel.sobject.name))
    return '403::User not allowed to subscribe CDC without View All Data permissions';
  const replayId = replayIdOf(message, name);
  const next = startOf(org, channel, replayId);
  if (next === undefined)
    return `400::The replayId {${replayId}} you provided was invalid.  Please provide a valid ID, -2 to replay all events, or -1 to replay only new events.`;
  return { channel, next, ready: false };
}

/** The replay id a message asks for on a channel; new events only unless it says so. */
function replayIdOf({ ext }: BayeuxMessage, channel: string): unknown {
  const replay = typeof ext === 'object' && ext !== null && 'replay' in ext ? ext.replay : undefined;
  if (typeof replay !== 'object' || replay === null || !Object.hasOwn(replay, channel)) return -1;
  return (replay as Readonly<Record<string, unknown>>)[channel] ?? -1;
}
