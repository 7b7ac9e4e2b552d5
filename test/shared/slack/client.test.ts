import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connectSlack } from '../../../shared/slack/client.ts';
import type { Fault } from '../../sandbox/serve.ts';
import { CHANNELS } from '../../sandbox/slack/sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../../sandbox/slack/slack.ts';

let workspace: SlackStandIn;
beforeAll(async () => {
  workspace = await startSlack();
});
beforeEach(() => {
  workspace.intercept(undefined);
  workspace.forget();
});
afterAll(() => workspace.close());

const connected = (timeout?: number) =>
  connectSlack({
    token: workspace.token,
    apiUrl: `${workspace.url}/api/`,
    ...(timeout === undefined ? {} : { timeout }),
  });
const message = { channel: CHANNELS.wins, text: 'Hello' };

describe('A Slack client', () => {
  it('answers what Slack answers', async () => {
    expect(await connected()('auth.test', {})).toMatchObject({ ok: true, team_id: workspace.teamId });
  });

  it('answers with the scopes of the token as the header that lists them', async () => {
    const { headers } = await connected()('auth.test', {});
    expect(headers?.['x-oauth-scopes']?.split(',')).toContain('chat:write');
  });

  it('talks to Slack’s own address unless told another, and logs nothing', async () => {
    const logged: unknown[] = [];
    const { log, warn, error, debug, info } = console;
    const spy = (...said: unknown[]) => void logged.push(said);
    Object.assign(console, { log: spy, warn: spy, error: spy, debug: spy, info: spy });
    const { fetch } = globalThis;
    let address: unknown;
    globalThis.fetch = (async (url: unknown) => {
      address = String(url);
      return Response.json({ ok: true, warning: 'superfluous_charset' });
    }) as typeof fetch;
    try {
      await connectSlack({ token: 'xoxb-1' })('auth.test', {});
    } finally {
      globalThis.fetch = fetch;
      Object.assign(console, { log, warn, error, debug, info });
    }
    expect(address).toBe('https://slack.com/api/auth.test');
    expect(logged).toEqual([]);
  });

  it('lets half a character swallow nothing that stands behind it', async () => {
    await connected()('chat.postMessage', { ...message, text: 'half \ud83d<b> \ude00' });
    expect(workspace.messages(CHANNELS.wins).at(-1)?.text).toBe('half \ufffd<b> \ufffd');
  });

  it('gives refusals back, with what is needed, instead of throwing them', async () => {
    const token = workspace.issueToken({ scopes: ['users:read'] });
    const slack = connectSlack({ token, apiUrl: `${workspace.url}/api/` });
    expect(await slack('chat.postMessage', message)).toMatchObject({
      ok: false,
      error: 'missing_scope',
      needed: expect.stringContaining('chat:write'),
    });
  });

  it('throws a 429 with the seconds to wait', async () => {
    workspace.failNext('chat.postMessage', { status: 429, retryAfter: 7 });
    await expect(connected()('chat.postMessage', message)).rejects.toMatchObject({
      code: 'dealwire_slack_limited',
      retryAfter: 7,
    });
    expect(workspace.calls).toHaveLength(1);
  });

  it.each<[string, string, () => Fault]>([
    ['no answer', 'cut off before its effect', () => 'before'],
    ['no answer', 'cut off after its effect', () => 'after'],
    ['HTTP 500', 'answered with 500', () => new Response('{}', { status: 500 })],
    ['HTTP 404', 'answered with 404', () => new Response('no', { status: 404 })],
    ['an answer that is not Slack’s', 'answered with a page', () => new Response('<html>')],
    ['no answer', 'limited without a wait', () => new Response('', { status: 429 })],
    ['HTTP 302', 'sent elsewhere', () => Response.redirect('https://elsewhere.example/', 302)],
  ])('says "%s", and never repeats, a write that was %s', async (reason, _, fault) => {
    const before = workspace.messages(CHANNELS.wins).length;
    workspace.intercept(fault);
    await expect(connected()('chat.postMessage', message)).rejects.toMatchObject({
      code: 'dealwire_slack_unavailable',
      message: expect.stringMatching(
        new RegExp(`^Slack did not complete chat\\.postMessage: (${reason}|no answer)\\.$`),
      ),
      retryAfter: 30,
    });
    expect(workspace.calls).toHaveLength(1);
    expect(workspace.messages(CHANNELS.wins).length - before).toBeLessThanOrEqual(1);
  });

  it('gives up a call that takes too long', async () => {
    let release = () => {};
    workspace.intercept(
      () =>
        new Promise((resolve) => {
          release = () => resolve(undefined);
        }),
    );
    await expect(connected(20)('chat.postMessage', message)).rejects.toMatchObject({
      code: 'dealwire_slack_unavailable',
    });
    release();
    expect(workspace.calls).toHaveLength(1);
  });

  it('takes no address for a method', async () => {
    const error = await connected()('https://elsewhere.example/api', {}).catch((thrown: unknown) => thrown);
    expect(error).toBeDefined();
    expect(workspace.calls).toHaveLength(1);
  });
});
