import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  connectionVariables,
  connectOAuth,
  invalidateAccount,
  refreshAccount,
} from '../sandbox/make/connect.ts';
import { MakeError } from '../sandbox/make/error.ts';
import { runModule } from '../sandbox/make/run-module.ts';
import type { LoggedExchange } from '../sandbox/make/runtime/log.ts';
import type { AppRun } from '../sandbox/make/runtime/open-session.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { DEAL, INPUTS, runOn } from './make.ts';

const INSTANCE = 'https://acme.my.salesforce.com';
const REDIRECT = 'https://www.make.com/oauth/cb/app';

let world: World;
let logged: LoggedExchange[];
beforeEach(async () => {
  world = await startWorld({ client: { redirectUris: [REDIRECT] } });
  world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' });
  world.salesforce.forget();
  logged = [];
});
afterEach(() => world.close());

/** The stand-in lives on this machine; its sign-in answers with the address an org has. */
const fetchFromOrg: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (!String(input).includes('/services/oauth2/token')) return response;
  const text = await response.text();
  return new Response(text.replaceAll(world.salesforce.url, INSTANCE), response);
};

function run(): AppRun {
  const { connection: _connection, ...rest } = runOn(world);
  const org = world.salesforce.url;
  return {
    ...rest,
    world: {
      ...rest.world,
      fetch: fetchFromOrg,
      hosts: {
        'https://login.salesforce.com': org,
        'https://test.salesforce.com': org,
        [INSTANCE]: org,
        'https://slack.com': world.slack.url,
      },
      record: (exchange) => void logged.push(exchange),
    },
  };
}

const typed = (more: Readonly<Record<string, unknown>> = {}) => ({
  loginHost: 'login.salesforce.com',
  slackBotToken: world.slack.token,
  clientId: world.salesforce.client.clientId,
  clientSecret: world.salesforce.client.clientSecret,
  ...more,
});

async function browser(page: URL): Promise<Readonly<Record<string, string>>> {
  expect(page.searchParams.get('redirect_uri')).toBe(REDIRECT);
  const answer = await fetch(page, { redirect: 'manual' });
  return Object.fromEntries(new URL(answer.headers.get('location') ?? '').searchParams);
}

const connect = (more: Readonly<Record<string, unknown>> = {}) =>
  connectOAuth(run(), 'dealwire', typed(more), browser);

async function failureOf(attempt: Promise<unknown>): Promise<Error> {
  return attempt.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );
}

describe('The generated connection', () => {
  it('signs in, learns the organization and the workspace, and opens a room.', async () => {
    const account = await connect();
    expect(account).toMatchObject({
      uid: world.slack.teamId,
      data: {
        instanceUrl: INSTANCE,
        organizationId: world.salesforce.records('Organization')[0]?.Id,
        teamId: world.slack.teamId,
        botUserId: world.slack.botUserId,
      },
    });
    expect(String(account.label)).toMatch(/ · acme\.my\.salesforce\.com$/);
    const [bundle] = await runModule(
      { ...run(), connection: connectionVariables(account) },
      'openDealRoom',
      INPUTS,
    );
    expect(bundle).toMatchObject({ outcome: 'delivered' });
  });

  it.each([
    'acme.my.salesforce.com',
    ' https://ACME.my.salesforce.com/ ',
  ])('signs in at the org’s own domain, typed as %j.', async (myDomain) => {
    expect((await connect({ myDomain })).data.instanceUrl).toBe(INSTANCE);
  });

  it.each([
    'evil.example',
    'my.salesforce.com.evil.example',
    'evil.example/.my.salesforce.com',
  ])('sends nothing to %s.', async (myDomain) => {
    const failure = await failureOf(connect({ myDomain }));
    expect(failure.message).toContain('https://my-domain-is-not-valid.invalid has no stand-in');
    expect(world.salesforce.calls).toHaveLength(0);
  });

  it('refuses an instance that does not belong to Salesforce.', async () => {
    const failure = await failureOf(
      connectOAuth({ ...run(), world: { ...run().world, fetch } }, 'dealwire', typed(), browser),
    );
    expect(failure).toMatchObject({ type: 'InvalidConfigurationError' });
    expect(failure.message).toContain('does not belong to Salesforce');
  });

  it('refuses a Slack token that is unknown, a person’s, or lacks a scope, with the reason.', async () => {
    expect((await failureOf(connect({ slackBotToken: 'xoxb-unknown' }))).message).toContain('invalid_auth');
    const poor = world.slack.issueToken({ scopes: ['chat:write'] });
    expect((await failureOf(connect({ slackBotToken: poor }))).message).toContain('groups:write');
    const person = world.slack.issueToken({ scopes: ['chat:write'], user: 'U00KIMRO01' });
    expect((await failureOf(connect({ slackBotToken: person }))).message).toContain('no bot token');
  });

  it('renews the session when it is about to end, keeps a rotated refresh token, and leaves a fresh one alone.', async () => {
    Object.assign(world.salesforce.features, { refreshTokenRotation: true });
    const account = await connect();
    expect(await refreshAccount(run(), account)).toBe(account);
    world.clock.advance(46 * 60_000);
    const renewed = await refreshAccount(run(), account);
    expect(renewed.data.accessToken).not.toBe(account.data.accessToken);
    expect(renewed.data.refreshToken).not.toBe(account.data.refreshToken);
    expect(renewed.data).toMatchObject({ teamId: world.slack.teamId, instanceUrl: INSTANCE });
    world.clock.advance(46 * 60_000);
    expect((await refreshAccount(run(), renewed)).data.accessToken).not.toBe(renewed.data.accessToken);
  });

  it('says that someone must reconnect when the grant is gone.', async () => {
    const account = await connect();
    world.salesforce.revokeGrants();
    world.clock.advance(46 * 60_000);
    const failure = await failureOf(refreshAccount(run(), account));
    expect(failure).toBeInstanceOf(MakeError);
    expect(failure).toMatchObject({ type: 'InvalidAccessTokenError' });
  });

  it('ends the grant when it is deleted.', async () => {
    const account = await connect();
    await invalidateAccount(run(), account);
    world.clock.advance(46 * 60_000);
    expect(await failureOf(refreshAccount(run(), account))).toMatchObject({
      type: 'InvalidAccessTokenError',
    });
  });

  it('writes no secret to a log, and sends no token to the other service.', async () => {
    const account = await connect();
    const connection = connectionVariables(account);
    await runModule({ ...run(), connection }, 'openDealRoom', INPUTS);
    world.clock.advance(46 * 60_000);
    await refreshAccount(run(), account);
    await invalidateAccount(run(), account);
    const secrets = [
      world.slack.token,
      String(account.data.accessToken),
      String(account.data.refreshToken),
      world.salesforce.client.clientSecret,
    ];
    const log = JSON.stringify(logged);
    expect(logged.length).toBeGreaterThan(12);
    for (const secret of secrets) expect(log.includes(secret)).toBe(false);
    const sent = (calls: readonly object[]) => JSON.stringify(calls.map((call) => ({ ...call })));
    expect(sent(world.salesforce.calls)).not.toContain(world.slack.token);
    expect(sent(world.slack.calls)).not.toContain(String(account.data.accessToken));
    expect(world.slack.calls.length).toBeGreaterThan(0);
  });
});
