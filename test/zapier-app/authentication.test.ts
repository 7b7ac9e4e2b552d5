import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requiredScopes } from '../../shared/slack/scope.ts';
import app from '../../zapier-app/index.ts';
import { type SalesforceStandIn, startSalesforce } from '../sandbox/salesforce/salesforce.ts';
import { type SlackStandIn, startSlack } from '../sandbox/slack/slack.ts';
import type { AppRuntime } from '../sandbox/zapier/app-runtime.ts';
import { buildPackage } from '../sandbox/zapier/build-package.ts';
import { packageRuntime } from '../sandbox/zapier/package-runtime.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';

const REDIRECT = 'https://zapier.com/dashboard/auth/oauth/return/App123CLIAPI/';
const VERIFIER = 'verifier-of-forty-three-characters-or-more-0123';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

const load = {
  source: (environment: Record<string, string>) => sourceRuntime(app, environment),
  package: async (environment: Record<string, string>) => packageRuntime(await buildPackage(), environment),
};

describe.each(['source', 'package'] as const)('the connection, run from the %s', (from) => {
  let salesforce: SalesforceStandIn;
  let slack: SlackStandIn;
  let runtime: AppRuntime;

  beforeAll(async () => {
    salesforce = await startSalesforce();
    slack = await startSlack();
    runtime = await load[from]({
      CLIENT_ID: salesforce.client.clientId,
      CLIENT_SECRET: salesforce.client.clientSecret,
      DEALWIRE_SALESFORCE_LOGIN_URL: salesforce.url,
      DEALWIRE_SLACK_API_URL: `${slack.url}/api/`,
    });
  }, 120_000);
  afterAll(() => Promise.all([runtime.close(), salesforce.close(), slack.close()]));

  const call = (method: string, bundle: Record<string, unknown>) =>
    runtime.execute(`authentication.${method}`, bundle) as Promise<Record<string, string>>;

  /** What a user types, and what Zapier adds. */
  const typed = (more: Record<string, string> = {}) => ({
    login_host: 'login.salesforce.com',
    slack_bot_token: slack.token,
    redirect_uri: REDIRECT,
    state: 'state-1',
    ...more,
  });

  /** Goes the way a browser goes, and returns what Zapier stores. */
  async function connect(): Promise<Record<string, string>> {
    const inputData = typed();
    const url = new URL((await call('oauth2Config.authorizeUrl', { inputData })) as unknown as string);
    url.searchParams.set('code_challenge', CHALLENGE);
    url.searchParams.set('code_challenge_method', 'S256');
    const answer = await fetch(url, { redirect: 'manual' });
    const back = new URL(answer.headers.get('location') ?? '');
    expect(back.searchParams.get('state')).toBe('state-1');
    const code = back.searchParams.get('code') ?? '';
    const { redirect_uri, state: _, ...fields } = inputData;
    const tokens = await call('oauth2Config.getAccessToken', {
      inputData: { ...fields, redirect_uri, code, code_verifier: VERIFIER },
    });
    return { ...fields, ...tokens };
  }

  it('signs in with PKCE and stores the tokens, the instance and the org', async () => {
    const authData = await connect();
    expect(authData).toMatchObject({
      access_token: expect.stringContaining('!'),
      refresh_token: expect.any(String),
      instance_url: salesforce.url,
      organization_id: salesforce.records('Organization')[0]?.Id,
      slack_team_id: slack.teamId,
    });
    expect(salesforce.calls.at(-1)?.body).toContain(`code_verifier=${VERIFIER}`);
  });

  it('tests both sides and gives the label its names', async () => {
    const result = await call('test', { authData: await connect() });
    expect(result).toMatchObject({
      organization_name: salesforce.records('Organization')[0]?.Name,
      slack_team: 'Acme',
      slack_team_id: slack.teamId,
      slack_bot_user_id: slack.botUserId,
    });
  });

  it('keeps each token with its own host', async () => {
    salesforce.forget();
    slack.forget();
    const authData = await connect();
    await call('test', { authData });
    const seen = (calls: typeof slack.calls) =>
      calls.map(({ headers, body, query }) => [[...headers], body, [...query]]);
    expect(JSON.stringify(seen(salesforce.calls))).not.toContain('xoxb');
    expect(JSON.stringify(seen(slack.calls))).not.toContain(authData.access_token);
  });

  it('renews the session, and keeps the refresh token that rotation replaced', async () => {
    const authData = await connect();
    const renewed = await call('oauth2Config.refreshAccessToken', { authData });
    expect(renewed.access_token).not.toBe(authData.access_token);
    expect(renewed).toMatchObject({ instance_url: salesforce.url, slack_team_id: slack.teamId });
    const again = await call('oauth2Config.refreshAccessToken', { authData: { ...authData, ...renewed } });
    await expect(call('test', { authData: { ...authData, ...again } })).resolves.toBeDefined();
  });

  it('lets a dead refresh token leave with its status, which is how Zapier learns of it', async () => {
    const authData = await connect();
    salesforce.revokeGrants();
    await expect(call('oauth2Config.refreshAccessToken', { authData })).rejects.toMatchObject({
      name: 'ResponseError',
      message: expect.stringMatching(/"status":400.*invalid_grant/),
    });
  });

  it('asks for a refresh when only the session has expired', async () => {
    const authData = await connect();
    salesforce.expireSessions();
    await expect(call('test', { authData })).rejects.toMatchObject({ name: 'RefreshAuthError' });
  });

  it('asks for a reconnect when the bot token was revoked', async () => {
    const authData = await connect();
    const slack_bot_token = slack.issueToken({ scopes: ['chat:write'] });
    slack.revoke(slack_bot_token);
    await expect(call('test', { authData: { ...authData, slack_bot_token } })).rejects.toMatchObject({
      name: 'ExpiredAuthError',
      message: expect.stringMatching(/^Slack no longer accepts the bot token \(\w+\)\. Reconnect /),
    });
  });

  it('names every scope the bot token lacks', async () => {
    const scopes = ['chat:write', 'users:read', 'users:read.email'];
    const authData = { ...(await connect()), slack_bot_token: slack.issueToken({ scopes }) };
    const missing = Object.keys(requiredScopes).filter((scope) => !scopes.includes(scope));
    expect(missing.length).toBeGreaterThan(1);
    await expect(call('test', { authData })).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringContaining(`The Slack bot token lacks the scope ${missing.join(', ')}, which`),
    });
  });

  it('refuses a wrong Slack token before anybody signs in', async () => {
    const inputData = typed({ slack_bot_token: 'xoxe.xoxb-1-secret' });
    await expect(call('oauth2Config.authorizeUrl', { inputData })).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringMatching(/^Slack bot token: this is a rotating token/),
    });
  });

  it('says in words why a code was refused', async () => {
    const inputData = typed({ code: 'used', code_verifier: VERIFIER });
    await expect(call('oauth2Config.getAccessToken', { inputData })).rejects.toMatchObject({
      name: 'ExpiredAuthError',
      message: expect.stringMatching(/^Salesforce no longer accepts this connection: /),
    });
  });

  it('writes no secret to the log', async () => {
    const authData = await connect();
    const renewed = await call('oauth2Config.refreshAccessToken', { authData });
    await call('test', { authData: { ...authData, ...renewed } });
    const log = JSON.stringify(runtime.log);
    expect(log).toContain('/services/oauth2/token');
    const secrets = [
      authData.access_token,
      authData.refresh_token,
      renewed.access_token,
      renewed.refresh_token,
      slack.token,
      salesforce.client.clientSecret,
    ];
    expect(secrets.filter((secret) => secret === undefined || log.includes(secret))).toEqual([]);
  });
});

describe('the connection without stand-ins', () => {
  const inputData = {
    login_host: 'login.salesforce.com',
    my_domain: '',
    slack_bot_token: 'xoxb-1',
    redirect_uri: REDIRECT,
    state: 's',
  };
  const authorize = async (fields: Record<string, string>, environment: Record<string, string> = {}) => {
    const runtime = await sourceRuntime(app, {
      CLIENT_ID: 'key',
      CLIENT_SECRET: 'secret',
      DEALWIRE_SALESFORCE_LOGIN_URL: '',
      ...environment,
    });
    return runtime.execute('authentication.oauth2Config.authorizeUrl', {
      inputData: { ...inputData, ...fields },
    });
  };

  it('sends the browser to Salesforce with the scopes it needs', async () => {
    const url = new URL(String(await authorize({})));
    expect(url.origin + url.pathname).toBe('https://login.salesforce.com/services/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'key',
      redirect_uri: REDIRECT,
      scope: 'api refresh_token id',
      state: 's',
    });
  });

  it('lets My Domain win over the login choice', async () => {
    expect(await authorize({ my_domain: 'https://acme.my.salesforce.com/' })).toContain(
      'https://acme.my.salesforce.com/services/',
    );
  });

  it('refuses to send a secret to a host that is not Salesforce', async () => {
    await expect(authorize({ my_domain: 'my.salesforce.com.evil.example' })).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringMatching(/^My Domain: "my.salesforce.com.evil.example" is not a My Domain/),
    });
  });

  it('refuses a stand-in that is not on this machine', async () => {
    await expect(authorize({}, { DEALWIRE_SALESFORCE_LOGIN_URL: 'https://evil.example' })).rejects.toThrow(
      /^DEALWIRE_SALESFORCE_LOGIN_URL: only an http address of this machine/,
    );
  });

  it('says which setting of the integration is missing', async () => {
    await expect(authorize({}, { CLIENT_ID: '' })).rejects.toThrow(
      /^CLIENT_ID: the integration does not have it/,
    );
  });
});
