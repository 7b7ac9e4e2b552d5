import { deliverableEvents } from './allowance.ts';
import { type Advice, answerTo, type BayeuxMessage, refuse } from './bayeux.ts';
import type { Call } from './call.ts';
import { type CometdContext, giveUp } from './context.ts';
import type { Session } from './session.ts';
import { sessionOf } from './session-of.ts';
import { hasEvents, takeEvents } from './take-events.ts';

/** The longest a connect is held, in milliseconds. */
const LONGEST_HOLD = 110_000;

const again: { readonly advice: Advice } = {
  advice: { interval: 0, timeout: LONGEST_HOLD, reconnect: 'retry' },
};

/**
 * Answers a connect at once when events wait, else as soon as one comes or the time to hold it is over; one that came
 * together with other messages is never held. A client that went away takes nothing.
 */
export async function connect(
  context: CometdContext,
  session: Session,
  message: BayeuxMessage,
  call: Call,
): Promise<readonly BayeuxMessage[]> {
  const { org, logins } = context;
  if (message.connectionType !== 'long-polling')
    return [refuse(message, `400::Invalid connection type {${message.connectionType}}`)];
  const isQuiet = () => context.fault() === 'stalled' || !hasEvents(org, session);
  const isExhausted = () => deliverableEvents(org) === 0;
  session.held?.abort();
  if (call.single && isQuiet() && !isExhausted()) {
    await hold(context, session, message, call);
    if (call.token !== undefined) logins.keepAlive(call.token);
  }
  session.answered = org.now();
  if (call.gone.aborted) return [];
  const still = sessionOf(context, message, call);
  if ('refusal' in still) return [still.refusal];
  if (isExhausted()) return [refuse(message, '403::Organization total events daily limit exceeded', giveUp)];
  return [...(isQuiet() ? [] : takeEvents(org, session)), answerTo(message, true, again)];
}

async function hold({ wait }: CometdContext, session: Session, message: BayeuxMessage, call: Call) {
  const release = new AbortController();
  session.held = release;
  await wait(holdOf(message), AbortSignal.any([release.signal, call.gone]));
  if (session.held === release) session.held = undefined;
}

/** How long a client lets its connect be held, in milliseconds. */
function holdOf({ advice }: BayeuxMessage): number {
  const timeout =
    typeof advice === 'object' && advice !== null && 'timeout' in advice ? advice.timeout : undefined;
  return typeof timeout === 'number' ? Math.min(Math.max(0, timeout), LONGEST_HOLD) : LONGEST_HOLD;
}
