import type { Org } from '../org.ts';
import type { Sessions } from '../sessions.ts';
import type { Advice } from './bayeux.ts';
import type { Call } from './call.ts';
import type { CometdSessions, Session } from './session.ts';
import type { StreamingFault, Wait } from './streaming.ts';

/** What every message of the Streaming API is answered with. */
export interface CometdContext {
  readonly org: Org;
  /** The login sessions, which tokens stand for. */
  readonly logins: Sessions;
  readonly sessions: CometdSessions;
  readonly wait: Wait;
  /** Aborted when the server closes. */
  readonly closed: AbortSignal;
  readonly fault: () => StreamingFault | undefined;
  /** Lets a held connect of a session be answered if events wait for it. */
  readonly wake: (session: Session) => void;
}

export const giveUp: { readonly advice: Advice } = { advice: { reconnect: 'none', interval: 0 } };

/** Why the token of a call does not do, as handshake and connect word it. */
export function loginFailure({ logins }: CometdContext, { token }: Call): string | undefined {
  if (token === undefined) return '401::Request requires authentication';
  return logins.userOf(token) === undefined ? '401::Authentication invalid' : undefined;
}
