import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LogLevel, WebClient } from '@slack/web-api';
import { CHANNELS } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf } from './web-client.ts';

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

const post = (channel: string) => clientOf(slack).chat.postMessage({ channel, text: 'x' });
const create = (index: number) => clientOf(slack).conversations.create({ name: `deal-${index}` });
/** The seconds to wait that a refused call names. */
const waitOf = (call: Promise<unknown>) =>
  call.then(
    () => 0,
    (error: { retryAfter?: number }) => error.retryAfter,
  );

describe('rate limits', () => {
  it('are off at first', async () => {
    for (let index = 0; index < 25; index += 1) await create(index);
    expect(slack.channels().filter(({ name }) => name.startsWith('deal-')).length).toBeGreaterThanOrEqual(25);
  });

  it('let one message a second into a channel', async () => {
    slack.rateLimit(true);
    await post(CHANNELS.general);
    expect(await waitOf(post(CHANNELS.general))).toBe(1);
    expect(await waitOf(post(CHANNELS.wins))).toBe(0);
    slack.clock.advance(1000);
    expect(await waitOf(post(CHANNELS.general))).toBe(0);
    expect(slack.messages(CHANNELS.general)).toHaveLength(2);
  });

  it('let 20 calls of a tier 2 method into any minute, each method for itself', async () => {
    slack.rateLimit(true);
    for (let index = 0; index < 20; index += 1) {
      await create(index);
      slack.clock.advance(1000);
    }
    expect(await waitOf(create(20))).toBe(40);
    expect((await clientOf(slack).conversations.setTopic({ channel: CHANNELS.general, topic: 'x' })).ok).toBe(
      true,
    );
    slack.clock.advance(40_000);
    expect(await waitOf(create(20))).toBe(0);
    expect(await waitOf(create(21))).toBe(1);
  });

  it('can be switched off again', async () => {
    slack.rateLimit(true);
    await post(CHANNELS.general);
    slack.rateLimit(false);
    expect(await waitOf(post(CHANNELS.general))).toBe(0);
  });

  it('answer 429 with Retry-After, which the official client obeys', async () => {
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 0 });
    const patient = new WebClient(slack.token, {
      slackApiUrl: `${slack.url}/api/`,
      logLevel: LogLevel.ERROR,
    });
    expect((await patient.chat.postMessage({ channel: CHANNELS.general, text: 'x' })).ok).toBe(true);
    expect(slack.calls).toHaveLength(2);
    expect(slack.messages()).toHaveLength(1);
  });
});

describe('faults', () => {
  it('fail a method as often as asked, without effect', async () => {
    slack.failNext('chat.postMessage', { error: 'fatal_error', times: 2 });
    expect(await codeOf(post(CHANNELS.general))).toBe('fatal_error');
    expect(await codeOf(post(CHANNELS.general))).toBe('fatal_error');
    expect((await post(CHANNELS.general)).ok).toBe(true);
    expect(slack.messages()).toHaveLength(1);
  });

  it('come one after another, each in its own way', async () => {
    slack.failNext('auth.test', { status: 503 });
    slack.failNext('auth.test', { status: 429, retryAfter: 30 });
    const test = () => fetch(`${slack.url}/api/auth.test`, { method: 'POST' });
    const [first, second] = [await test(), await test()];
    expect([first.status, await first.json()]).toEqual([503, { ok: false, error: 'service_unavailable' }]);
    expect([second.status, second.headers.get('retry-after'), await second.json()]).toEqual([
      429,
      '30',
      { ok: false, error: 'ratelimited' },
    ]);
  });

  it('can cut a call after its effect', async () => {
    slack.intercept(({ path }) => (path.endsWith('postMessage') ? 'after' : undefined));
    await expect(post(CHANNELS.general)).rejects.toThrow();
    expect(slack.messages()).toHaveLength(1);
  });
});
