import { createHash, createHmac } from 'node:crypto';
import type { ClientApp } from '../client-app.ts';
import type { Org } from '../org.ts';
import type { Sessions, Tokens } from '../sessions.ts';

/** What the OAuth endpoints work with. */
export interface OAuth {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly client: ClientApp;
  /** The address of the stand-in. */
  readonly url: () => string;
  /** Who presses Allow on the consent page; a login_hint names somebody else by user name. */
  readonly authorizingUserId: string;
}

/** An answer of an OAuth endpoint. */
export type OAuthAnswer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'text'; readonly status: number; readonly body: string }
  | { readonly kind: 'redirect'; readonly location: string };

interface Code {
  readonly userId: string;
  readonly scope: string;
  readonly redirectUri: string;
  readonly challenge: string | null;
  /** Epoch milliseconds. */
  readonly issued: number;
}

const CODE_LIFETIME = 15 * 60 * 1000;

/** The authorize, token and revoke endpoints. */
export function createOAuth(oauth: OAuth) {
  const { org, sessions, client } = oauth;
  const codes = new Map<string, Code>();

  function authorize(query: URLSearchParams): OAuthAnswer {
    const redirectUri = query.get('redirect_uri') ?? '';
    if (query.get('client_id') !== client.clientId)
      return refusal('invalid_client_id', 'client identifier invalid');
    if (!client.redirectUris.includes(redirectUri))
      return refusal('redirect_uri_mismatch', 'redirect_uri must match configuration');
    const location = new URL(redirectUri);
    const state = query.get('state');
    if (state !== null) location.searchParams.set('state', state);
    if (query.get('response_type') !== 'code') {
      location.searchParams.set('error', 'unsupported_response_type');
      location.searchParams.set('error_description', 'response type not supported');
      return { kind: 'redirect', location: location.href };
    }
    const hinted = [...org.store.table('User').all()].find(
      (user) => user.Username === query.get('login_hint'),
    );
    const code = `aPrx${String(org.nextNumber('authorization code')).padStart(12, '0')}`;
    codes.set(code, {
      userId: String(hinted?.Id ?? oauth.authorizingUserId),
      scope: query.get('scope') ?? 'api refresh_token id',
      redirectUri,
      challenge: query.get('code_challenge'),
      issued: org.now(),
    });
    location.searchParams.set('code', code);
    return { kind: 'redirect', location: location.href };
  }

  function token(form: URLSearchParams, authorization: string | undefined): OAuthAnswer {
    const grantType = form.get('grant_type');
    if (!isClient(form, authorization)) return refusal('invalid_client', 'invalid client credentials');
    if (grantType === 'refresh_token') {
      const tokens = sessions.refresh(form.get('refresh_token') ?? '');
      return tokens === undefined
        ? refusal('invalid_grant', 'expired access/refresh token')
        : answerTokens(tokens);
    }
    if (grantType === 'authorization_code') return redeem(form);
    return refusal('unsupported_grant_type', 'grant type not supported');
  }

  function redeem(form: URLSearchParams): OAuthAnswer {
    const text = form.get('code') ?? '';
    const code = codes.get(text);
    codes.delete(text);
    if (code === undefined || org.now() - code.issued > CODE_LIFETIME)
      return refusal('invalid_grant', 'expired authorization code');
    if (form.get('redirect_uri') !== code.redirectUri)
      return refusal('redirect_uri_mismatch', 'redirect_uri must match configuration');
    const verifier = form.get('code_verifier');
    if (code.challenge !== null && verifier === null)
      return refusal('invalid_grant', 'invalid code verifier');
    if (code.challenge !== null && challengeOf(verifier ?? '') !== code.challenge)
      return refusal('invalid_request', 'invalid code verifier');
    return answerTokens(sessions.grant(code.userId, code.scope, true));
  }

  function isClient(form: URLSearchParams, authorization: string | undefined): boolean {
    const basic = /^Basic (.+)$/.exec(authorization ?? '')?.[1];
    const [id, secret] =
      basic === undefined
        ? [form.get('client_id'), form.get('client_secret')]
        : Buffer.from(basic, 'base64').toString('utf8').split(':');
    return id === client.clientId && secret === client.clientSecret;
  }

  function answerTokens(tokens: Tokens): OAuthAnswer {
    const id = `${oauth.url()}/id/${org.organization().Id}/${tokens.userId}`;
    const issuedAt = String(org.now());
    return {
      kind: 'json',
      status: 200,
      body: {
        access_token: tokens.accessToken,
        ...(tokens.refreshToken === null ? {} : { refresh_token: tokens.refreshToken }),
        signature: createHmac('sha256', client.clientSecret)
          .update(id + issuedAt)
          .digest('base64'),
        scope: tokens.scope,
        instance_url: oauth.url(),
        id,
        token_type: 'Bearer',
        issued_at: issuedAt,
      },
    };
  }

  function revoke(form: URLSearchParams): OAuthAnswer {
    return sessions.revoke(form.get('token') ?? '')
      ? { kind: 'text', status: 200, body: '' }
      : refusal('unsupported_token_type', 'this token type is not supported');
  }

  return { authorize, token, revoke };
}

function refusal(error: string, description: string): OAuthAnswer {
  return { kind: 'json', status: 400, body: { error, error_description: description } };
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
