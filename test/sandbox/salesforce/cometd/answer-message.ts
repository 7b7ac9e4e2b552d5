import { answerTo, type BayeuxMessage, refuse } from './bayeux.ts';
import type { Call } from './call.ts';
import { connect } from './connect.ts';
import type { CometdContext } from './context.ts';
import { handshake } from './handshake.ts';
import { sessionOf } from './session-of.ts';
import { subscribe } from './subscribe.ts';

/** Answers one message of a call; the answer to a connect comes after the events it brings. */
export async function answerMessage(
  context: CometdContext,
  message: BayeuxMessage,
  call: Call,
): Promise<readonly BayeuxMessage[]> {
  if (message.channel === '/meta/handshake') return [handshake(context, message, call)];
  const session = sessionOf(context, message, call);
  if ('refusal' in session) return [session.refusal];
  switch (message.channel) {
    case '/meta/connect':
      return connect(context, session, message, call);
    case '/meta/subscribe':
      return [subscribe(context, session, message)];
    case '/meta/unsubscribe':
      session.subscriptions.delete(String(message.subscription));
      return [answerTo(message, true, { subscription: message.subscription })];
    case '/meta/disconnect':
      context.sessions.end(session);
      return [answerTo(message, true)];
    default:
      return [refuse(message, '403:denied_by_security_policy:create_denied')];
  }
}
