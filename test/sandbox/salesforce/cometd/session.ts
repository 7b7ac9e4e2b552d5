import type { Org } from '../org.ts';
import type { Channel } from './channel.ts';

/** A client's reading of one channel. */
export interface Subscription {
  readonly channel: Channel;
  /** The position, in the org's events, of the next one to look at. */
  next: number;
  /** Whether the pause between acknowledgement and delivery is over. */
  ready: boolean;
}

/** A client between handshake and disconnect. */
export interface Session {
  readonly clientId: string;
  readonly cookies: Readonly<Record<string, string>>;
  /** By channel name. */
  readonly subscriptions: Map<string, Subscription>;
  /** When the handshake or the last connect was answered, in epoch milliseconds. */
  answered: number;
  /** Ends the hold of the connect that is being held. */
  held: AbortController | undefined;
}

/** The sessions of the org's CometD clients. */
export interface CometdSessions {
  open(sentCookies: Readonly<Record<string, string>>): Session;
  /** The living session of a client. */
  find(clientId: string): Session | undefined;
  end(session: Session): void;
  living(): readonly Session[];
}

/** How long a session lives after an answer without another connect, in milliseconds. */
const RECONNECT_WITHIN = 40_000;

/** Cookies that a client must send back: of the browser, and of the server that holds the session. */
export const COOKIES = ['BAYEUX_BROWSER', 'sfdc-stream'] as const;

export function createCometdSessions(org: Org): CometdSessions {
  const sessions = new Map<string, Session>();
  const isAlive = ({ held, answered }: Session) =>
    held !== undefined || org.now() - answered <= RECONNECT_WITHIN;
  return {
    open: (sentCookies) => {
      const number = String(org.nextNumber('streaming client')).padStart(12, '0');
      const session: Session = {
        clientId: `6bm1x7dw${number}`,
        cookies: Object.fromEntries(COOKIES.map((name) => [name, sentCookies[name] ?? `dw${number}`])),
        subscriptions: new Map(),
        answered: org.now(),
        held: undefined,
      };
      sessions.set(session.clientId, session);
      return session;
    },
    find: (clientId) => {
      const session = sessions.get(clientId);
      return session !== undefined && isAlive(session) ? session : undefined;
    },
    end: (session) => {
      sessions.delete(session.clientId);
      session.held?.abort();
    },
    living: () => [...sessions.values()].filter(isAlive),
  };
}
