import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SalesforceGrantRevokedError } from '../../../shared/error.ts';
import { API_PATH } from '../../../shared/salesforce/api-version.ts';
import { connectSalesforce } from '../../../shared/salesforce/client.ts';
import { readGrant, tokenForm, tokenProblem, tokenUrl } from '../../../shared/salesforce/oauth.ts';
import { readOrganization } from '../../../shared/salesforce/organization.ts';
import { type SalesforceStandIn, startSalesforce, type Tokens } from '../../sandbox/salesforce/salesforce.ts';

let org: SalesforceStandIn;
beforeAll(async () => {
  org = await startSalesforce();
});
beforeEach(() => {
  org.intercept(undefined);
  org.features.refreshTokenRotation = false;
  org.forget();
});
afterAll(() => org.close());

/** A client as a program of ours would keep it: refreshing at the token endpoint, remembering what rotates. */
function connected(tokens: Tokens = org.issueToken()) {
  const kept = { refreshToken: String(tokens.refreshToken), refreshes: 0 };
  const refresh = async () => {
    kept.refreshes += 1;
    const client = { id: org.client.clientId, secret: org.client.clientSecret };
    const form = tokenForm(client, { refreshToken: kept.refreshToken });
    const answer = await fetch(tokenUrl(org.url), { method: 'POST', body: new URLSearchParams(form) });
    const body: unknown = await answer.json();
    if (!answer.ok) throw tokenProblem(answer.status, body);
    const grant = readGrant(body, kept.refreshToken, org.url);
    kept.refreshToken = grant.refresh_token;
    return { instanceUrl: grant.instance_url, accessToken: grant.access_token };
  };
  const client = connectSalesforce({ instanceUrl: org.url, accessToken: tokens.accessToken, refresh });
  return { client, kept };
}

const limits = { method: 'GET', path: `${API_PATH}/limits` } as const;
const limitCalls = () => org.calls.filter(({ path }) => path.endsWith('/limits')).length;

describe('A Salesforce client', () => {
  it('sends JSON and gives parsed answers, null for an empty one', async () => {
    const { client } = connected();
    const [account] = org.records('Account');
    const path = `${API_PATH}/sobjects/Account/${String(account?.Id)}`;
    expect(await client({ method: 'PATCH', path, body: { Description: 'ä' } })).toBeNull();
    expect(await client({ method: 'GET', path: `${path}?fields=Description` })).toMatchObject({
      Description: 'ä',
    });
    expect(org.calls[0]?.headers.get('sforce-call-options')).toBe('client=Dealwire');
  });

  it('renews an expired session once and repeats the call', async () => {
    const { client, kept } = connected();
    org.expireSessions();
    await expect(client(limits)).resolves.toHaveProperty('DailyApiRequests');
    await client(limits);
    expect(kept.refreshes).toBe(1);
    expect(limitCalls()).toBe(3);
  });

  it('renews once for calls under way together', async () => {
    const { client, kept } = connected();
    org.expireSessions();
    await Promise.all([client(limits), client(limits), client(limits)]);
    expect(kept.refreshes).toBe(1);
  });

  it('keeps the refresh token that rotates', async () => {
    org.features.refreshTokenRotation = true;
    const { client, kept } = connected();
    const first = kept.refreshToken;
    org.expireSessions();
    await client(limits);
    const second = kept.refreshToken;
    org.expireSessions();
    await client(limits);
    expect(new Set([first, second, kept.refreshToken]).size).toBe(3);
  });

  it('tells a revoked grant from an expired session', async () => {
    const { client, kept } = connected();
    org.revokeGrants();
    await expect(client(limits)).rejects.toBeInstanceOf(SalesforceGrantRevokedError);
    await expect(Promise.all([client(limits), client(limits)])).rejects.toMatchObject({
      code: 'dealwire_salesforce_grant_revoked',
      fix: expect.stringContaining('Reconnect'),
    });
    expect(kept.refreshes).toBe(2);
  });

  it('refreshes again after a refresh that failed for the moment', async () => {
    const { client } = connected();
    org.expireSessions();
    org.intercept(({ path }) =>
      path.endsWith('/token') ? new Response('busy', { status: 503 }) : undefined,
    );
    await expect(client(limits)).rejects.toBeDefined();
    org.intercept(undefined);
    await expect(client(limits)).resolves.toBeDefined();
  });

  it('gives up when the renewed session is refused too', async () => {
    const { client, kept } = connected();
    org.intercept(({ path }) =>
      path.endsWith('/limits')
        ? Response.json([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }], {
            status: 401,
          })
        : undefined,
    );
    await expect(client(limits)).rejects.toMatchObject({ code: 'dealwire_salesforce_session_expired' });
    expect(kept.refreshes).toBe(1);
  });

  it('does not refresh what a policy refuses', async () => {
    const { client, kept } = connected();
    const message = 'This session is not valid for use with the REST API';
    org.intercept(() => Response.json([{ message, errorCode: 'INVALID_SESSION_ID' }], { status: 401 }));
    await expect(client(limits)).rejects.toMatchObject({ code: 'dealwire_salesforce_refused' });
    expect(kept.refreshes).toBe(0);
    expect(limitCalls()).toBe(1);
  });

  it('leaves an expired session to the platform when it cannot refresh', async () => {
    const client = connectSalesforce({ instanceUrl: org.url, accessToken: 'expired' });
    await expect(client(limits)).rejects.toMatchObject({ code: 'dealwire_salesforce_session_expired' });
    expect(limitCalls()).toBe(1);
  });

  it.each([
    ['cut off before its effect', () => 'before' as const],
    ['cut off after its effect', () => 'after' as const],
    [
      'answered with a page',
      () => new Response('<html>', { status: 503, headers: { 'content-type': 'text/html' } }),
    ],
    ['answered by a proxy', () => new Response('slow down', { status: 429 })],
    [
      'refused for the allowance',
      () => Response.json([{ message: 'x', errorCode: 'SERVER_UNAVAILABLE' }], { status: 503 }),
    ],
  ])('never repeats a call that was %s', async (_, fault) => {
    const { client } = connected();
    org.intercept(fault);
    await expect(client({ ...limits, method: 'POST', body: {} })).rejects.toMatchObject({
      code: 'dealwire_salesforce_unavailable',
    });
    expect(limitCalls()).toBe(1);
  });

  it('gives up a call that takes too long', async () => {
    const client = connectSalesforce({
      instanceUrl: org.url,
      accessToken: org.issueToken().accessToken,
      timeout: 20,
    });
    let release = () => {};
    org.intercept(() => new Promise((resolve) => (release = () => resolve(undefined))));
    await expect(client(limits)).rejects.toMatchObject({
      message: 'Salesforce could not be reached: no answer in time.',
    });
    release();
  });

  it('sends a path that names another host to its own host all the same', async () => {
    const { client } = connected();
    for (const path of ['//elsewhere.example/x', '/\\\\elsewhere.example/x', '/@elsewhere.example'])
      await expect(client({ method: 'GET', path })).rejects.toMatchObject({
        code: 'dealwire_salesforce_refused',
      });
    expect(org.calls).toHaveLength(3);
  });
});

describe('readOrganization', () => {
  it('reads name and kind of the org', async () => {
    const { client } = connected();
    expect(await readOrganization(client)).toMatchObject({
      id: expect.stringMatching(/^00D/),
      isSandbox: expect.any(Boolean),
    });
  });

  it('throws when the org shows itself to nobody', async () => {
    await expect(readOrganization(async () => ({ records: [] }))).rejects.toMatchObject({
      code: 'dealwire_record_not_found',
    });
  });
});
