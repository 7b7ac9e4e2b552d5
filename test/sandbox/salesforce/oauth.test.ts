import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ROOT } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { KIM } from './sample-org/user.ts';

let salesforce: SalesforceStandIn;
beforeAll(async () => {
  salesforce = await startSalesforce();
});
afterAll(() => salesforce.close());
beforeEach(() => {
  salesforce.features.refreshTokenRotation = false;
});

const redirectUri = 'http://localhost:1717/callback';

async function authorize(more: Record<string, string> = {}) {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: salesforce.client.clientId,
    redirect_uri: redirectUri,
    state: 'a b',
    scope: 'api refresh_token id',
    ...more,
  });
  const answer = await fetch(`${salesforce.url}/services/oauth2/authorize?${query}`, { redirect: 'manual' });
  return { answer, location: new URL(answer.headers.get('location') ?? 'http://nowhere') };
}

async function token(form: Record<string, string>, headers: Record<string, string> = {}) {
  const { clientId, clientSecret } = salesforce.client;
  const answer = await fetch(`${salesforce.url}/services/oauth2/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const redeem = (location: URL, more: Record<string, string> = {}) =>
  token({
    grant_type: 'authorization_code',
    code: location.searchParams.get('code') ?? '',
    redirect_uri: redirectUri,
    ...more,
  });

const refresh = (refreshToken: string | null | undefined) =>
  token({ grant_type: 'refresh_token', refresh_token: refreshToken ?? '' });

const limits = (accessToken: string, scheme = 'Bearer') =>
  fetch(`${salesforce.url}${ROOT}/limits`, { headers: { authorization: `${scheme} ${accessToken}` } });

describe('authorization code', () => {
  test('comes back with the state and buys tokens once', async () => {
    const { answer, location } = await authorize();
    expect(answer.status).toBe(302);
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(location.searchParams.get('state')).toBe('a b');
    const { status, body } = await redeem(location);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      scope: 'api refresh_token id',
      instance_url: salesforce.url,
      issued_at: String(salesforce.clock.now()),
    });
    expect(body.id).toMatch(/\/id\/00Dxx0000000001EAA\/005[A-Za-z0-9]{15}$/);
    expect(body).not.toHaveProperty('expires_in');
    expect((await limits(body.access_token ?? '')).status).toBe(200);
    expect((await redeem(location)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired authorization code',
    });
  });

  test('dies after 15 minutes', async () => {
    const { location } = await authorize();
    salesforce.clock.advance(15 * 60 * 1000 + 1);
    expect((await redeem(location)).body.error).toBe('invalid_grant');
  });

  test('a callback that no admin entered is refused, at authorize and at the token endpoint', async () => {
    const { answer } = await authorize({ redirect_uri: 'https://evil.example/cb' });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'redirect_uri_mismatch' });
    const { location } = await authorize();
    expect((await redeem(location, { redirect_uri: 'https://evil.example/cb' })).body.error).toBe(
      'redirect_uri_mismatch',
    );
  });

  test('an unknown client is refused', async () => {
    expect((await authorize({ client_id: 'x' })).answer.status).toBe(400);
    const { location } = await authorize();
    expect((await redeem(location, { client_secret: 'wrong' })).body).toEqual({
      error: 'invalid_client',
      error_description: 'invalid client credentials',
    });
  });

  test('a code challenge needs its verifier', async () => {
    const verifier = 'v'.repeat(64);
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const right = await authorize({ code_challenge: challenge });
    expect((await redeem(right.location, { code_verifier: verifier })).status).toBe(200);
    const missing = await authorize({ code_challenge: challenge });
    expect((await redeem(missing.location)).body.error).toBe('invalid_grant');
    const wrong = await authorize({ code_challenge: challenge });
    expect((await redeem(wrong.location, { code_verifier: 'w'.repeat(64) })).body.error).toBe(
      'invalid_request',
    );
  });

  test('without the scope refresh_token there is no refresh token', async () => {
    const { location } = await authorize({ scope: 'api id' });
    expect((await redeem(location)).body).not.toHaveProperty('refresh_token');
  });

  test('the sixth grant of a user kills the first', async () => {
    const user = salesforce.records('User').find(({ Id }) => Id === KIM);
    const tokens: string[] = [];
    for (let grant = 0; grant < 6; grant++) {
      const { location } = await authorize({ login_hint: String(user?.Username) });
      tokens.push((await redeem(location)).body.refresh_token ?? '');
    }
    expect((await refresh(tokens[0])).body.error).toBe('invalid_grant');
    expect((await refresh(tokens[1])).status).toBe(200);
  });

  test('another grant type is refused', async () => {
    expect((await token({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
  });
});

describe('refresh', () => {
  test('without rotation the token stays and is not repeated', async () => {
    const { refreshToken } = salesforce.issueToken();
    const first = await refresh(refreshToken);
    expect(first.status).toBe(200);
    expect(first.body).not.toHaveProperty('refresh_token');
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  test('with rotation the old token is dead at once', async () => {
    salesforce.features.refreshTokenRotation = true;
    const { refreshToken } = salesforce.issueToken();
    const { body } = await refresh(refreshToken);
    expect(body.refresh_token).toBeDefined();
    expect(body.refresh_token).not.toBe(refreshToken);
    expect((await refresh(refreshToken)).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
    expect((await refresh(body.refresh_token)).status).toBe(200);
  });

  test('the client may identify itself by Basic authorization', async () => {
    const { refreshToken } = salesforce.issueToken();
    const { clientId, clientSecret } = salesforce.client;
    const { status } = await token(
      { grant_type: 'refresh_token', refresh_token: refreshToken ?? '', client_id: '', client_secret: '' },
      { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    );
    expect(status).toBe(200);
  });
});

describe('sessions', () => {
  test('an expired session is 401 with the array, and a refresh repairs it', async () => {
    const { accessToken, refreshToken } = salesforce.issueToken();
    expect((await limits(accessToken, 'OAuth')).status).toBe(200);
    salesforce.expireSessions();
    const refused = await limits(accessToken);
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual([
      { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
    ]);
    const { body } = await refresh(refreshToken);
    expect((await limits(body.access_token ?? '')).status).toBe(200);
  });

  test('a session dies when unused for two hours, and lives on while used', async () => {
    const { accessToken } = salesforce.issueToken();
    salesforce.clock.advance(100 * 60 * 1000);
    expect((await limits(accessToken)).status).toBe(200);
    salesforce.clock.advance(100 * 60 * 1000);
    expect((await limits(accessToken)).status).toBe(200);
    salesforce.clock.advance(121 * 60 * 1000);
    expect((await limits(accessToken)).status).toBe(401);
  });

  test('revoked grants take sessions and refresh tokens with them', async () => {
    const { accessToken, refreshToken } = salesforce.issueToken();
    salesforce.revokeGrants();
    expect((await limits(accessToken)).status).toBe(401);
    expect((await refresh(refreshToken)).body.error).toBe('invalid_grant');
  });

  test('the revoke endpoint ends a session by its token, and a grant by its refresh token', async () => {
    const { accessToken, refreshToken } = salesforce.issueToken();
    const revoke = (text: string) =>
      fetch(`${salesforce.url}/services/oauth2/revoke`, {
        method: 'POST',
        body: new URLSearchParams({ token: text }),
      });
    expect((await revoke(accessToken)).status).toBe(200);
    expect((await limits(accessToken)).status).toBe(401);
    expect((await revoke(refreshToken ?? '')).status).toBe(200);
    expect((await refresh(refreshToken)).status).toBe(400);
    expect((await revoke('nonsense')).status).toBe(400);
  });

  test('a deactivated user loses session and grant', async () => {
    const { accessToken, refreshToken } = salesforce.issueToken(KIM);
    salesforce.update('User', KIM, { IsActive: false });
    expect((await limits(accessToken)).status).toBe(401);
    expect((await refresh(refreshToken)).body.error).toBe('invalid_grant');
    salesforce.update('User', KIM, { IsActive: true });
  });
});

describe('who the user is', () => {
  test.each([
    '/services/oauth2/userinfo',
    '/id/00Dxx0000000001EAA/005xx0000000305AAA',
  ])('%s tells it, and answers a bad token with 403 and plain text', async (path) => {
    const { accessToken } = salesforce.issueToken();
    const get = (headers: Record<string, string>) => fetch(salesforce.url + path, { headers });
    const known = await get({ authorization: `Bearer ${accessToken}` });
    expect(await known.json()).toMatchObject({
      organization_id: '00Dxx0000000001EAA',
      user_id: '005xx0000000305AAA',
      email: 'integration@acme.example',
      zoneinfo: 'America/New_York',
      utcOffset: -18_000_000,
    });
    const bad = await get({ authorization: 'Bearer nonsense' });
    expect([bad.status, await bad.text()]).toEqual([403, 'Bad_OAuth_Token']);
    const missing = await get({});
    expect([missing.status, await missing.text()]).toEqual([403, 'Missing_OAuth_Token']);
  });
});
