import type { Org } from './org.ts';

/** What a client gets when somebody authorizes it. */
export interface Tokens {
  readonly accessToken: string;
  /** Absent without the scope refresh_token. */
  readonly refreshToken: string | null;
  readonly userId: string;
  readonly scope: string;
}

/** The right of the client to act for a user. */
interface Grant {
  readonly userId: string;
  readonly scope: string;
  refreshToken: string | null;
  alive: boolean;
}

interface Session {
  readonly grant: Grant;
  /** Epoch milliseconds. */
  lastUsed: number;
}

/** The sessions and grants of the org's one client. */
export interface Sessions {
  /** Authorizes the client for a user; with `limited`, the sixth grant of a user kills the first. */
  grant(userId: string, scope: string, limited?: boolean): Tokens;
  /** New tokens for a refresh token, or nothing when it is dead. */
  refresh(refreshToken: string): Tokens | undefined;
  /** The user of a living session, which this keeps alive. */
  userOf(accessToken: string): string | undefined;
  /** Counts a session as used, however long it was not: a client that is connected keeps it. */
  keepAlive(accessToken: string): void;
  /** Ends a session or a grant by its token. */
  revoke(token: string): boolean;
  /** Ends every session; refresh tokens stay valid. */
  expireSessions(): void;
  /** Ends every grant, its sessions included. */
  revokeGrants(): void;
}

const MOST_GRANTS = 5;

export function createSessions(org: Org): Sessions {
  const grants: Grant[] = [];
  const sessions = new Map<string, Session>();
  let issued = 0;

  const token = (prefix: string) => `${prefix}${String(++issued).padStart(12, '0')}`;
  const open = (grant: Grant): Tokens => {
    const accessToken = token(`${String(org.organization().Id).slice(0, 15)}!AQ0AQ`);
    sessions.set(accessToken, { grant, lastUsed: org.now() });
    return { accessToken, refreshToken: grant.refreshToken, userId: grant.userId, scope: grant.scope };
  };
  const end = (grant: Grant) => {
    grant.alive = false;
    for (const [accessToken, session] of sessions) if (session.grant === grant) sessions.delete(accessToken);
  };
  const isActive = (userId: string) => org.store.table('User').get(userId)?.IsActive === true;

  return {
    grant: (userId, scope, limited = false) => {
      const living = grants.filter((known) => known.alive && known.userId === userId);
      const [oldest] = living;
      if (limited && oldest !== undefined && living.length >= MOST_GRANTS) end(oldest);
      const refreshable = /\b(refresh_token|offline_access)\b/.test(scope);
      const grant: Grant = {
        userId,
        scope,
        refreshToken: refreshable ? token('5Aep861') : null,
        alive: true,
      };
      grants.push(grant);
      return open(grant);
    },
    refresh: (refreshToken) => {
      const grant = grants.find((known) => known.alive && known.refreshToken === refreshToken);
      if (grant === undefined || !isActive(grant.userId)) return undefined;
      if (!org.features.refreshTokenRotation) return { ...open(grant), refreshToken: null };
      grant.refreshToken = token('5Aep861');
      return open(grant);
    },
    userOf: (accessToken) => {
      const session = sessions.get(accessToken);
      if (session === undefined || !isActive(session.grant.userId)) return undefined;
      if (org.now() - session.lastUsed > org.limits.sessionLifetime) return undefined;
      session.lastUsed = org.now();
      return session.grant.userId;
    },
    keepAlive: (accessToken) => {
      const session = sessions.get(accessToken);
      if (session !== undefined) session.lastUsed = org.now();
    },
    revoke: (text) => {
      if (sessions.delete(text)) return true;
      const grant = grants.find((known) => known.alive && known.refreshToken === text);
      if (grant !== undefined) end(grant);
      return grant !== undefined;
    },
    expireSessions: () => sessions.clear(),
    revokeGrants: () => {
      for (const grant of grants) end(grant);
    },
  };
}
