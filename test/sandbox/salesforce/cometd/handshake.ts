import type { Advice, BayeuxMessage } from './bayeux.ts';
import type { Call } from './call.ts';
import { type CometdContext, giveUp, loginFailure } from './context.ts';

/** Answers a handshake and sets the cookies of the new session. */
export function handshake(context: CometdContext, message: BayeuxMessage, call: Call): BayeuxMessage {
  const { org, sessions } = context;
  const { channel, id, supportedConnectionTypes: types } = message;
  const denied = (more: Readonly<Record<string, unknown>>) => ({ ...more, channel, id, successful: false });
  const failureReason = loginFailure(context, call);
  if (failureReason !== undefined)
    return denied({
      error: '403::Handshake denied',
      ext: { sfdc: { failureReason }, replay: true },
      advice: { reconnect: 'none' } satisfies Advice,
    });
  if (!Array.isArray(types) || !types.includes('long-polling'))
    return denied({ error: `400::Invalid connection type {${types}}` });
  if (sessions.living().length >= org.limits.streamingClients)
    return denied({ error: '403::Organization concurrent user limit exceeded', ...giveUp });
  const session = sessions.open(call.cookies);
  for (const [name, value] of Object.entries(session.cookies))
    call.setCookie(`${name}=${value}; Path=/; HttpOnly`);
  return {
    ext: { replay: true, 'payload.format': true },
    minimumVersion: '1.0',
    clientId: session.clientId,
    supportedConnectionTypes: ['long-polling'],
    channel,
    id,
    version: '1.0',
    successful: true,
  };
}
