import { type Advice, type BayeuxMessage, refuse } from './bayeux.ts';
import type { Call } from './call.ts';
import { type CometdContext, giveUp, loginFailure } from './context.ts';
import { COOKIES, type Session } from './session.ts';

const shakeHands: { readonly advice: Advice } = { advice: { interval: 0, reconnect: 'handshake' } };

/** The session a message belongs to, or why it may not use it. */
export function sessionOf(
  context: CometdContext,
  message: BayeuxMessage,
  call: Call,
): Session | { readonly refusal: BayeuxMessage } {
  const { sessions } = context;
  const fault = context.fault();
  const failure =
    fault === 'authentication invalid' ? '401::Authentication invalid' : loginFailure(context, call);
  if (failure !== undefined) return { refusal: refuse(message, failure, giveUp) };
  if (typeof message.clientId !== 'string')
    return { refusal: refuse(message, '403::Client has not completed handshake', shakeHands) };
  const session = sessions.find(message.clientId);
  if (session !== undefined && fault === 'unknown client') sessions.end(session);
  if (session === undefined || fault === 'unknown client')
    return { refusal: refuse({ ...message, clientId: undefined }, '403::Unknown client', shakeHands) };
  const missing = COOKIES.find((name) => call.cookies[name] !== session.cookies[name]);
  if (missing === undefined) return session;
  const error = `400::Client ${session.clientId} has established a session, but no ${missing} cookie present`;
  return { refusal: refuse(message, error) };
}
