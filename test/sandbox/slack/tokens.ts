import { Refusal } from './refusal.ts';
import type { Token } from './store/records.ts';
import { findUser, type Workspace } from './workspace.ts';

/** The tokens of the installed app. */
export interface Tokens {
  /** A new bot token, or a person's token when `user` is given. */
  issue(scopes: readonly string[], user?: string): string;
  revoke(token: string): void;
  /**
   * The token's record. Throws `not_authed` without a token, `invalid_auth` for an unknown one, `token_revoked` and
   * `account_inactive` (its owner is deactivated).
   */
  authenticate(token: string): Token;
}

/** The tokens of a workspace's app; none is issued yet. */
export function createTokens(workspace: Workspace): Tokens {
  const { store, app, team } = workspace;
  const revoked = new Set<string>();
  return {
    issue: (scopes, user) => {
      const isBot = user === undefined || user === app.botUserId;
      const token = store.stamps.id(isBot ? 'xoxb-' : 'xoxp-');
      store.tokens.seed({
        token,
        token_type: isBot ? 'bot' : 'user',
        team_id: team.id,
        user_id: user ?? app.botUserId,
        scopes: [...scopes],
        app_id: app.appId,
        ...(isBot ? { bot_id: app.botId, bot_user_id: app.botUserId } : {}),
      });
      return token;
    },
    revoke: (token) => {
      revoked.add(token);
    },
    authenticate: (token) => {
      if (token === '') throw new Refusal('not_authed');
      const record = store.tokens.findOneBy('token', token);
      if (!record) throw new Refusal('invalid_auth');
      if (revoked.has(token)) throw new Refusal('token_revoked');
      if (findUser(workspace, record.user_id)?.deleted) throw new Refusal('account_inactive');
      return record;
    },
  };
}
