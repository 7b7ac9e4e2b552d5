import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeClock, fakeClock } from '../clock.ts';
import { mapHost } from '../map-host.ts';
import type { AppRuntime } from './app-runtime.ts';
import fixture from './fixture/app.ts';
import { type Desk, openDesk } from './fixture/desk.ts';
import { type Draft, newTicket, postNote, zapOf } from './fixture/zap.ts';
import { HOOK_LIMITS, type HookServer, startHookServer } from './hook-server.ts';
import { loadSamples } from './load-samples.ts';
import { type LiveZap, switchOnZap, type ZapOptions } from './run-zap.ts';
import { sourceRuntime } from './source-runtime.ts';

const START = '2026-11-20T22:00:00.000Z';
const pushed: Draft = { ...newTicket, action: 'ticket_pushed', params: { queue: 'first' } };
const pasted: Draft = { ...newTicket, action: 'ticket_pasted' };
const note = postNote({ text: '{{1__subject}}' });

let desk: Desk;
let app: AppRuntime;
let clock: FakeClock;
let hooks: HookServer;

beforeEach(async () => {
  desk = await openDesk();
  app = await sourceRuntime(fixture);
  clock = fakeClock(START);
  hooks = await startHookServer(clock);
});
afterEach(async () => {
  await desk.server.close();
  await hooks.close();
});

const switchOn = (drafts: Draft[] = [pushed, note], options: Partial<ZapOptions> = {}) =>
  switchOnZap({ zap: zapOf(...drafts), app, clock, hooks, authData: desk.authData, ...options });

/** Somebody calls the hook. */
const send = (live: LiveZap, body: string, headers: Record<string, string> = {}, query = '') =>
  fetch(mapHost(hooks.hosts, `${live.hookUrl}${query}`), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const push = (live: LiveZap, body: unknown) => send(live, JSON.stringify(body));
const texts = () => desk.notes.map(({ text }) => text);
const minutesPassed = () => (clock.now() - Date.parse(START)) / 60_000;
const calls = (start: string) => desk.server.calls.filter(({ path }) => path.startsWith(start));

describe('a hook trigger', () => {
  it('subscribes an address of hooks.zapier.com when switched on, and nothing runs yet', async () => {
    const live = await switchOn();
    expect(live.hookUrl).toMatch(/^https:\/\/hooks\.zapier\.com\/hooks\/standard\/\d+\/\w+\/$/);
    expect(desk.notes).toEqual([{ url: live.hookUrl, queue: 'first' }]);
    expect(await live.poll()).toEqual([]);
  });

  it('gives every Zap an address of its own', async () => {
    const [one, other] = [await switchOn(), await switchOn()];
    expect(one.hookUrl).not.toBe(other.hookUrl);
    await push(one, { tickets: [{ id: '1', subject: 'a' }] });
    expect(await other.poll()).toEqual([]);
    expect(await one.poll()).toHaveLength(1);
  });

  it('answers at once with a tracking JSON, and runs once per item afterwards, in their order', async () => {
    const live = await switchOn();
    const answer = await push(live, {
      tickets: [
        { id: '1', subject: 'a' },
        { id: '2', subject: 'b' },
      ],
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ status: 'success', id: expect.any(String) });
    expect(texts()).toEqual([undefined]);
    expect(await live.poll()).toMatchObject([
      { outcome: 'success', tasks: 1 },
      { outcome: 'success', tasks: 1 },
    ]);
    expect(texts()).toEqual([undefined, 'a', 'b']);
    expect(await live.poll()).toEqual([]);
  });

  it('does not deduplicate', async () => {
    const live = await switchOn();
    await push(live, { tickets: [{ id: '1', subject: 'a' }] });
    await push(live, { tickets: [{ id: '1', subject: 'a' }] });
    expect(await live.poll()).toHaveLength(2);
  });

  it('ignores a request of which perform makes nothing', async () => {
    const live = await switchOn();
    await push(live, {});
    expect(await live.poll()).toEqual([]);
  });

  it('starts more than a hundred runs of one request without flood protection', async () => {
    const live = await switchOn();
    await push(live, { tickets: Array.from({ length: 101 }, (_, id) => ({ id, subject: 'x' })) });
    expect((await live.poll()).every(({ outcome }) => outcome === 'success')).toBe(true);
  });

  it('shows perform the request raw, with its header names as Zapier writes them', async () => {
    const live = await switchOn();
    const body = JSON.stringify({ tickets: [{ id: '1' }] });
    await send(live, body, { 'x-dealwire-secret': 's' }, '?a=1&b=2');
    const [run] = await live.poll();
    expect(run?.steps[0]?.output).toMatchObject({
      raw: {
        method: 'POST',
        querystring: 'a=1&b=2',
        headers: { 'Http-Content-Type': 'application/json', 'Http-X-Dealwire-Secret': 's' },
        content: body,
      },
    });
  });

  it('shows perform a form as its fields', async () => {
    const live = await switchOn([pasted, note]);
    await send(live, 'id=1&subject=a%26b', { 'content-type': 'application/x-www-form-urlencoded' });
    await live.poll();
    expect(texts()).toEqual(['a&b']);
  });

  it.each([
    ['XML', '<a/>', 'text/xml'],
    ['a form with a name twice', 'id=1&id=2', 'application/x-www-form-urlencoded'],
    ['malformed JSON', '{', 'application/json'],
    ['a JSON list', '[]', 'application/json'],
  ])('refuses %s, whose cleaned form nothing describes', async (_, body, type) => {
    const live = await switchOn([pasted, note]);
    expect((await send(live, body, { 'content-type': type })).status).toBe(200);
    await expect(live.poll()).rejects.toMatchObject({ name: 'ZapRefusal', id: 'hook-body' });
  });

  it('works without performSubscribe: people paste its address themselves', async () => {
    const live = await switchOn([pasted, note]);
    await push(live, { id: '1', subject: 'pasted' });
    expect(await live.poll()).toMatchObject([{ outcome: 'success' }]);
    await live.switchOff();
    expect((await push(live, {})).status).toBe(410);
  });
});

describe('a hook trigger that is switched off', () => {
  it('unsubscribes with what subscribing returned; then its address is gone', async () => {
    const live = await switchOn();
    await push(live, { tickets: [{ id: '1', subject: 'late' }] });
    await live.switchOff();
    expect(calls('/hooks').map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /hooks',
      'DELETE /hooks/n1',
    ]);
    expect((await push(live, {})).status).toBe(410);
    expect(await live.poll()).toEqual([]);
  });

  it('loses its address even when it cannot unsubscribe', async () => {
    const live = await switchOn();
    desk.server.intercept(() => new Response('{}', { status: 500 }));
    await expect(live.switchOff()).rejects.toMatchObject({ name: 'StepFailed' });
    expect((await push(live, {})).status).toBe(410);
  });
});

it('A hook trigger that cannot subscribe does not come on, and its address never worked.', async () => {
  desk.answers.push(new Response('{}', { status: 500 }));
  await expect(switchOn()).rejects.toMatchObject({ name: 'StepFailed' });
  const { url } = JSON.parse(calls('/hooks')[0]?.body ?? '{}');
  expect((await fetch(mapHost(hooks.hosts, url), { method: 'POST' })).status).toBe(410);
});

describe('the errors of a hook’s perform', () => {
  it.each([
    ['the time it asks for', 90, 1.5],
    ['a minute when it names no time', null, 1],
    ['five minutes when it asks for more', 3600, 5],
  ])('is throttled for %s, and repeated once only', async (_, wait, minutes) => {
    const live = await switchOn();
    await push(live, { wait });
    expect(await live.poll()).toMatchObject([
      { outcome: 'errored', tasks: 0, steps: [{ error: 'slow down' }] },
    ]);
    expect(calls('/notes')).toHaveLength(2);
    expect(minutesPassed()).toBe(minutes);
  });

  it('keep one request from no other', async () => {
    const live = await switchOn();
    await push(live, { wait: 60 });
    await push(live, { tickets: [{ id: '1', subject: 'fine' }] });
    expect((await live.poll()).map(({ outcome }) => outcome)).toEqual(['errored', 'success']);
  });

  it('hold the requests of an expired connection until somebody reconnects', async () => {
    const live = await switchOn();
    desk.refreshToken = 'gone';
    await push(live, { expired: 'session' });
    await push(live, { tickets: [{ id: '1', subject: 'a' }] });
    expect((await live.poll()).map(({ outcome }) => outcome)).toEqual(['held', 'held']);
    expect(await live.poll()).toEqual([]);
    desk.refreshToken = 'refresh-1';
    live.reconnect(desk.authData);
    desk.accessToken = 'access-1';
    const runs = await live.poll();
    expect(runs.map(({ outcome }) => outcome)).toContain('success');
    expect(texts()).toContain('a');
  });
});

describe('hooks.zapier.com', () => {
  it('takes 10,000 requests of a user in five minutes and answers 429 to more', async () => {
    expect(HOOK_LIMITS).toMatchObject({ requests: 10_000, window: 300_000 });
    await hooks.close();
    hooks = await startHookServer(clock, { ...HOOK_LIMITS, requests: 2 });
    const [one, other] = [await switchOn([pasted, note]), await switchOn([pasted, note])];
    const status = async (live: LiveZap) => (await push(live, { id: '1', subject: 'x' })).status;
    expect([await status(one), await status(other), await status(other)]).toEqual([200, 200, 429]);
    expect(await other.poll()).toHaveLength(1);
    clock.advance(300_000);
    expect(await status(other)).toBe(200);
  });

  it('refuses a payload over 10 MB', async () => {
    const live = await switchOn([pasted, note]);
    expect((await push(live, { text: 'x'.repeat(10 * 1024 * 1024) })).status).toBe(413);
    expect(await live.poll()).toEqual([]);
  });

  it('knows no other address and no other verb', async () => {
    const live = await switchOn([pasted, note]);
    const url = mapHost(hooks.hosts, live.hookUrl ?? '');
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(url.slice(0, -2), { method: 'POST' })).status).toBe(404);
  });
});

describe('the editor', () => {
  const samples = (trigger: Draft) =>
    loadSamples({ zap: zapOf(trigger, postNote({ text: 'x' })), app, clock, authData: desk.authData });

  it('shows what a hook’s performList finds, and calls no subscription', async () => {
    desk.tickets = ['4', '3', '2', '1'].map((id) => ({ id, subject: id }));
    expect(await samples(pushed)).toEqual(desk.tickets.slice(0, 3));
    expect(calls('/hooks')).toEqual([]);
  });

  it('shows the newest items of a poll', async () => {
    desk.tickets = ['4', '3', '2', '1'].map((id) => ({ id, subject: id }));
    expect(await samples(newTicket)).toEqual(desk.tickets.slice(0, 3));
  });

  it('falls back to the sample where there is nothing to list', async () => {
    expect(await samples(pushed)).toEqual([{ id: '1', subject: 'Printer' }]);
    expect(await samples(pasted)).toEqual([{ id: '1', subject: 'Printer' }]);
  });

  it('has nothing to load for a schedule', async () => {
    const params = { hod: '9:00 AM', weekends: 'yes' };
    const schedule = { selected_api: 'ScheduleCLIAPI@1.7.0', action: 'everyDay', params };
    await expect(samples({ type_of: 'read', ...schedule })).rejects.toThrow('is no trigger of the app');
  });
});
