import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { appOf } from './app-of.ts';
import {
  connectBasic,
  connectionVariables,
  connectOAuth,
  invalidateAccount,
  refreshAccount,
} from './connect.ts';
import { type Echo, startEcho } from './echo.ts';

let echo: Echo;
beforeAll(async () => {
  echo = await startEcho();
});
beforeEach(() => {
  echo.server.forget();
  echo.log.length = 0;
});
afterAll(() => echo.server.close());

const sanitize = [
  'request.body.client_secret',
  'request.body.code',
  'request.body.refresh_token',
  'request.body.token',
  'request.headers.authorization',
  'response.body.access_token',
  'response.body.refresh_token',
];
const form = (url: string, body: object, response: object = {}) => ({
  url,
  method: 'POST',
  type: 'urlencoded',
  body: { ...body, client_id: '{{common.clientId}}', client_secret: '{{common.clientSecret}}' },
  response: {
    ...response,
    error: { message: '[{{statusCode}}] {{body.error}}', type: 'InvalidAccessTokenError' },
  },
  log: { sanitize },
});
const app = appOf({
  base: { headers: { authorization: 'Bearer base' } },
  connection: {
    oauth: {
      connectionType: 'oauth',
      code: {
        params: [{ name: 'domain', type: 'text', label: 'Login host' }],
        common: { clientId: 'id' },
        defaultScope: ['api', 'refresh_token'],
        communication: {
          authorize: {
            url: "https://{{ifempty(parameters.domain, 'login.test')}}/authorize",
            qs: {
              response_type: 'code',
              redirect_uri: '{{oauth.localRedirectUri}}',
              scope: "{{join(oauth.scope, ' ')}}",
            },
            response: { temp: { code: '{{query.code}}' } },
          },
          token: form(
            'https://api.test/token',
            { grant_type: 'authorization_code', code: '{{temp.code}}' },
            {
              data: {
                accessToken: '{{body.access_token}}',
                refreshToken: '{{body.refresh_token}}',
                expires: '{{addMinutes(now, 60)}}',
              },
            },
          ),
          info: {
            url: 'https://api.test/me',
            headers: { authorization: 'Bearer {{data.accessToken}}' },
            response: {
              uid: '{{body.id}}',
              metadata: { type: 'email', value: '{{body.email}}' },
              data: { org: '{{body.org}}' },
            },
            log: { sanitize },
          },
          refresh: {
            ...form(
              'https://api.test/token',
              { grant_type: 'refresh_token', refresh_token: '{{data.refreshToken}}' },
              {
                data: {
                  accessToken: '{{body.access_token}}',
                  refreshToken: '{{ifempty(body.refresh_token, data.refreshToken)}}',
                  expires: '{{addMinutes(now, 60)}}',
                },
              },
            ),
            condition: '{{data.expires < addMinutes(now, 15)}}',
          },
          invalidate: form('https://api.test/revoke', { token: '{{data.refreshToken}}' }),
        },
      },
    },
    basic: {
      connectionType: 'basic',
      code: {
        params: [{ name: 'botToken', type: 'password', label: 'Bot token', required: true }],
        communication: {
          url: 'https://api.test/auth.test',
          method: 'POST',
          body: {},
          headers: { authorization: 'Bearer {{parameters.botToken}}' },
          response: {
            valid: '{{body.ok}}',
            error: { message: 'Slack: {{body.error}}', type: 'InvalidAccessTokenError' },
            uid: '{{body.team_id}}',
            metadata: { type: 'text', value: '{{body.team}}' },
          },
          log: { sanitize },
        },
      },
    },
  },
});
const run = () => ({
  app,
  world: { ...echo.world, hosts: { ...echo.world.hosts, 'https://login.test': echo.server.url } },
  common: { clientSecret: 'app-secret' },
});
const consent = async (page: URL) => ({ code: 'the-code', state: page.searchParams.get('state') ?? '' });
const connect = () => {
  echo.answer(
    { access_token: 'access-1', refresh_token: 'refresh-1' },
    { id: 'u1', email: 'ops@example.com', org: '00D' },
  );
  return connectOAuth(run(), 'oauth', {}, consent, ['chatter_api']);
};

it('An OAuth connection goes through consent, token and info, without Base, and logs no secret.', async () => {
  let page: URL | undefined;
  echo.answer(
    { access_token: 'access-1', refresh_token: 'refresh-1' },
    { id: 'u1', email: 'ops@example.com', org: '00D' },
  );
  const account = await connectOAuth(
    run(),
    'oauth',
    {},
    (seen) => {
      page = seen;
      return consent(seen);
    },
    ['chatter_api'],
  );
  expect(page?.pathname).toBe('/authorize');
  expect(page?.searchParams.get('scope')).toBe('api refresh_token chatter_api');
  expect(page?.searchParams.get('redirect_uri')).toBe('https://www.make.com/oauth/cb/app');
  expect(account).toMatchObject({ label: 'ops@example.com', uid: 'u1' });
  expect(connectionVariables(account)).toMatchObject({
    accessToken: 'access-1',
    refreshToken: 'refresh-1',
    org: '00D',
  });
  expect(echo.server.calls.map(({ path }) => path)).toEqual(['/token', '/me']);
  expect(new URLSearchParams(echo.server.calls[0]?.body).get('client_secret')).toBe('app-secret');
  expect(echo.server.calls.map(({ headers }) => headers.get('authorization'))).toEqual([
    null,
    'Bearer access-1',
  ]);
  expect(JSON.stringify(echo.log)).not.toMatch(/access-1|refresh-1|app-secret|the-code/);
});

it('A browser that comes back with another state is turned away.', async () => {
  const forged = async () => ({ code: 'x', state: 'other' });
  await expect(connectOAuth(run(), 'oauth', {}, forged)).rejects.toThrow('another state');
});

it('A refresh happens only when its condition says so, and keeps or rotates the refresh token.', async () => {
  const account = await connect();
  echo.server.forget();
  expect(await refreshAccount(run(), account)).toEqual(account);
  expect(echo.server.calls).toEqual([]);
  echo.clock.advance(50 * 60_000);
  echo.answer({ access_token: 'access-2' });
  const kept = await refreshAccount(run(), account);
  expect(kept.data).toMatchObject({ accessToken: 'access-2', refreshToken: 'refresh-1' });
  echo.clock.advance(50 * 60_000);
  echo.answer({ access_token: 'access-3', refresh_token: 'refresh-3' });
  expect((await refreshAccount(run(), kept)).data).toMatchObject({ refreshToken: 'refresh-3' });
});

it('A refresh that is refused is an InvalidAccessTokenError.', async () => {
  const account = await connect();
  echo.clock.advance(50 * 60_000);
  echo.answer(Response.json({ error: 'invalid_grant' }, { status: 400 }));
  await expect(refreshAccount(run(), account)).rejects.toMatchObject({
    type: 'InvalidAccessTokenError',
    message: '[400] invalid_grant',
  });
});

it('Deleting a connection invalidates its token.', async () => {
  const account = await connect();
  echo.server.forget();
  await invalidateAccount(run(), account);
  expect(echo.server.calls.map(({ path }) => path)).toEqual(['/revoke']);
});

it('A basic connection is saved when its request succeeds, and its inputs are its variables.', async () => {
  echo.answer({ ok: true, team: 'Northwind', team_id: 'T1' });
  const account = await connectBasic(run(), 'basic', { botToken: 'xoxb-1' });
  expect(account).toMatchObject({ label: 'Northwind', uid: 'T1' });
  expect(connectionVariables(account)).toEqual({ botToken: 'xoxb-1' });
  expect(JSON.stringify(echo.log)).not.toContain('xoxb-1');
  expect(await refreshAccount(run(), account)).toEqual(account);
});

it('A basic connection is not saved when the service refuses the secret.', async () => {
  echo.answer({ ok: false, error: 'invalid_auth' });
  await expect(connectBasic(run(), 'basic', { botToken: 'bad' })).rejects.toMatchObject({
    type: 'InvalidAccessTokenError',
    message: 'Slack: invalid_auth',
  });
});
