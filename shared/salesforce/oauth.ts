import {
  type DealwireError,
  InvalidInputError,
  SalesforceGrantRevokedError,
  SalesforceRefusedError,
  SalesforceUnavailableError,
} from '../error.ts';
import { instanceOrigin } from './login-host.ts';

/** What the connection asks for: the REST API, renewal, and who signed in. */
export const OAUTH_SCOPE = 'api refresh_token id';

/** The consumer key and secret of the External Client App. */
export interface OauthClient {
  readonly id: string;
  readonly secret: string;
}

/** What a connection stores about Salesforce, in the names OAuth uses. */
export interface SalesforceGrant {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly instance_url: string;
  readonly organization_id: string;
}

/** A grant to ask a token for: a code just received, or the refresh token at hand. */
export type TokenRequest =
  | { readonly code: string; readonly redirectUri: string; readonly codeVerifier: string }
  | { readonly refreshToken: string };

/** Where the browser goes to sign in. */
export function authorizationUrl(
  origin: string,
  { clientId, redirectUri, state }: { clientId: string; redirectUri: string; state: string },
): string {
  const url = new URL('/services/oauth2/authorize', origin);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: OAUTH_SCOPE,
    state,
  }).toString();
  return url.href;
}

/** The address of the token endpoint. */
export function tokenUrl(origin: string): string {
  return `${origin}/services/oauth2/token`;
}

/** The form a token request sends. */
export function tokenForm(client: OauthClient, request: TokenRequest): Record<string, string> {
  const form = { client_id: client.id, client_secret: client.secret };
  return 'code' in request
    ? {
        ...form,
        grant_type: 'authorization_code',
        code: request.code,
        redirect_uri: request.redirectUri,
        code_verifier: request.codeVerifier,
      }
    : { ...form, grant_type: 'refresh_token', refresh_token: request.refreshToken };
}

/**
 * The grant in a token answer. A rotated refresh token replaces `current`, which is dead at once; an answer without
 * one keeps it. Throws InvalidInputError when something a later call needs is missing.
 */
export function readGrant(answer: unknown, current?: string, standIn?: string): SalesforceGrant {
  const refreshToken = text(answer, 'refresh_token') ?? current;
  if (refreshToken === undefined)
    throw new InvalidInputError(
      'OAuth scopes',
      'Salesforce sent no refresh token',
      'Add the scope "Perform requests at any time (refresh_token, offline_access)" to the External Client App and reconnect.',
    );
  const accessToken = text(answer, 'access_token');
  const organizationId = /\/id\/(00D[A-Za-z0-9]{12,15})\//.exec(text(answer, 'id') ?? '')?.[1];
  if (accessToken === undefined || organizationId === undefined)
    throw new InvalidInputError(
      'Salesforce sign-in',
      'the answer holds no access token or no identity',
      `Give the External Client App the scopes ${OAUTH_SCOPE} and reconnect.`,
    );
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    instance_url: instanceOrigin(text(answer, 'instance_url') ?? '', standIn),
    organization_id: organizationId,
  };
}

/** What a refusal of the token endpoint means; matches on `error` and keeps the description for people. */
export function tokenProblem(status: number, answer: unknown): DealwireError {
  const error = text(answer, 'error') ?? `HTTP_${status}`;
  const description = text(answer, 'error_description') ?? 'no reason given';
  if (status >= 500) return new SalesforceUnavailableError(error, 30);
  if (error === 'invalid_grant') return new SalesforceGrantRevokedError(description);
  if (error === 'invalid_client' || error === 'invalid_client_id')
    return new InvalidInputError(
      'Consumer key and secret',
      `Salesforce does not accept them (${description})`,
      'Copy both from External Client App Manager > Settings > OAuth Settings into the settings of the integration.',
    );
  if (error === 'redirect_uri_mismatch')
    return new InvalidInputError(
      'Callback URL',
      'Salesforce does not know the address the sign-in returns to',
      "Enter the platform's redirect URI as a Callback URL of the External Client App.",
    );
  return new SalesforceRefusedError(
    error,
    description,
    'Correct what Salesforce names in the External Client App, then connect again.',
  );
}

function text(answer: unknown, key: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const value = (answer as Record<string, unknown>)[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
