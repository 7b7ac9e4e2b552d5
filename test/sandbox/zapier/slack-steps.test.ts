import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeClock, fakeClock } from '../clock.ts';
import { CHANNELS, PEOPLE } from '../slack/sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../slack/slack.ts';
import type { AppRuntime } from './app-runtime.ts';
import fixture from './fixture/app.ts';
import { type Desk, openDesk } from './fixture/desk.ts';
import { type Draft, delayQueue, newTicket, postNote, slackStep, zapOf } from './fixture/zap.ts';
import { switchOnZap, type ZapOptions } from './run-zap.ts';
import { connectSlackApp } from './slack-app.ts';
import { sourceRuntime } from './source-runtime.ts';

const { general, leadership, wins } = CHANNELS;
let desk: Desk;
let app: AppRuntime;
let clock: FakeClock;
let slack: SlackStandIn;

beforeEach(async () => {
  clock = fakeClock();
  [desk, app, slack] = await Promise.all([openDesk(), sourceRuntime(fixture), startSlack({ clock })]);
});
afterEach(async () => {
  await desk.server.close();
  await slack.close();
});

const switchOn = (drafts: Draft[], options: Partial<ZapOptions> = {}) =>
  switchOnZap({
    zap: zapOf(...drafts),
    app,
    clock,
    authData: desk.authData,
    slack: connectSlackApp(slack, PEOPLE.ops.id),
    ...options,
  });
const arrive = (...tickets: Record<string, unknown>[]) => desk.tickets.unshift(...tickets);
const texts = () => desk.notes.map(({ text }) => text);
const note = postNote({
  text: '{{1__user__name}} ({{1__user__real_name}}) in {{1__channel__name}}: {{1__text}} {{1__permalink}}',
});

describe('the trigger anywhere_message', () => {
  it('starts for each message in a public channel from when the Zap is on, once', async () => {
    slack.postAs(PEOPLE.kim.id, general, 'before');
    const live = await switchOn([slackStep('anywhere_message', { listen_for_bots: 'no' }), note]);
    const ts = slack.postAs(PEOPLE.kim.id, general, 'hello');
    slack.postAs(PEOPLE.vera.id, leadership, 'secret');
    slack.postAs(slack.botUserId, general, 'from a bot');
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 1 }]);
    const link = `https://acme.slack.com/archives/${general}/p${ts.replace('.', '')}`;
    expect(texts()).toEqual([`kim (Kim Ro) in general: hello ${link}`]);
    expect(await live.poll()).toEqual([]);
  });

  it('hears bots when it is told to, and runs in the order of posting', async () => {
    const live = await switchOn([
      slackStep('anywhere_message', { listen_for_bots: 'yes', raw: 'no' }),
      postNote({ text: '{{1__text}}' }),
    ]);
    slack.postAs(PEOPLE.kim.id, general, 'one');
    slack.postAs(slack.botUserId, wins, 'two');
    await live.poll();
    expect(texts()).toEqual(['one', 'two']);
  });

  it('puts out nothing else than what is listed', async () => {
    await expect(
      switchOn([slackStep('anywhere_message'), postNote({ text: '{{1__user__email}}' })]),
    ).rejects.toThrow('step 1 has no output "user__email"');
  });
});

describe('the trigger pushed_message', () => {
  it('starts for the messages that somebody pushes, of private channels and threads too', async () => {
    const live = await switchOn([slackStep('pushed_message'), postNote({ text: '{{1__text}}' })]);
    const parent = slack.postAs(PEOPLE.vera.id, leadership, 'log this');
    const reply = slack.postAs(PEOPLE.vera.id, leadership, 'and this', { threadTs: parent });
    expect(await live.poll()).toEqual([]);
    live.pushMessage(leadership, parent);
    live.pushMessage(leadership, reply);
    live.pushMessage(leadership, parent);
    expect(await live.poll()).toHaveLength(3);
    expect(texts()).toEqual(['log this', 'and this', 'log this']);
  });

  it('is the only one a message can be pushed to', async () => {
    const ts = slack.postAs(PEOPLE.kim.id, general, 'x');
    const anywhere = await switchOn([slackStep('anywhere_message'), postNote({ text: 'x' })]);
    expect(() => anywhere.pushMessage(general, ts)).toThrow('use pushed_message');
    const poll = await switchOn([newTicket, postNote({ text: 'x' })]);
    expect(() => poll.pushMessage(general, ts)).toThrow('has no Slack trigger');
  });
});

describe('a Slack message step', () => {
  it('posts to a channel through the Web API for one task, and puts out where', async () => {
    const live = await switchOn([
      newTicket,
      slackStep('channel_message', {
        channel: general,
        text: 'Ticket: {{1__subject}}',
        as_bot: 'no',
        unfurl: 'no',
        link_names: 'no',
        add_edit_link: 'no',
        add_app_to_channel: 'no',
      }),
      postNote({ text: '{{2__channel}} {{2__ts}}' }),
    ]);
    arrive({ id: '1', subject: 'Printer' });
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 2 }]);
    const [message] = slack.messages(general);
    expect(message).toMatchObject({ text: 'Ticket: Printer', user: PEOPLE.ops.id });
    expect(texts()).toEqual([`${general} ${message?.ts}`]);
  });

  it('posts into a thread, under another name', async () => {
    const parent = slack.postAs(PEOPLE.kim.id, general, 'parent');
    const params = { channel: general, text: 'x', thread_ts: parent, username: 'Desk', icon: ':robot_face:' };
    const live = await switchOn([newTicket, slackStep('channel_message', params)]);
    arrive({ id: '1' });
    await live.poll();
    expect(slack.messages(general)).toMatchObject([{}, { text: 'x', thread_ts: parent }]);
  });

  it('posts to a person', async () => {
    const live = await switchOn([
      newTicket,
      slackStep('direct_message', { channel: PEOPLE.ana.id, text: 'x' }),
    ]);
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 1 }]);
    expect(slack.messages()).toMatchObject([{ channel: expect.stringMatching(/^D/), text: 'x' }]);
  });

  it('fails without a text, and with what Slack says', async () => {
    const live = await switchOn([
      newTicket,
      slackStep('channel_message', { channel: 'C00NOWHERE', text: '{{1__subject}}' }),
    ]);
    arrive({ id: '2', subject: 'x' }, { id: '1', subject: '' });
    expect(await live.poll()).toMatchObject([
      { outcome: 'errored', tasks: 0, steps: [{}, { error: 'Required field "text" is missing.' }] },
      { outcome: 'errored', tasks: 0, steps: [{}, { error: 'Slack answered channel_not_found.' }] },
    ]);
  });

  it('waits when Slack asks for it', async () => {
    const live = await switchOn([newTicket, slackStep('channel_message', { channel: general, text: 'x' })]);
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 30 });
    arrive({ id: '1' });
    const start = clock.now();
    expect(await live.poll()).toMatchObject([{ outcome: 'success', tasks: 1 }]);
    expect(clock.now() - start).toBe(30_000);
  });

  it('holds the run when its account is revoked', async () => {
    const account = connectSlackApp(slack, PEOPLE.ops.id);
    const live = await switchOn([newTicket, slackStep('channel_message', { channel: general, text: 'x' })], {
      slack: account,
    });
    slack.revoke(account.token);
    arrive({ id: '1' });
    expect(await live.poll()).toMatchObject([{ outcome: 'held' }]);
  });

  it('keeps to one message a second and channel behind a queue named after the channel', async () => {
    const live = await switchOn([
      newTicket,
      delayQueue('{{1__subject}}', '0.25'),
      slackStep('channel_message', { channel: '{{1__subject}}', text: '{{1__id}}' }),
    ]);
    slack.rateLimit(true);
    arrive(...['4', '3', '2'].map((id) => ({ id, subject: general })), { id: '1', subject: wins });
    expect((await live.poll()).map(({ outcome }) => outcome)).toEqual(Array(4).fill('success'));
    const start = Date.parse('2026-11-20T22:00:00Z') / 1000;
    expect(slack.messages(general).map(({ text, ts }) => [text, Math.floor(Number(ts) - start)])).toEqual([
      ['2', 0],
      ['3', 15],
      ['4', 30],
    ]);
    expect(slack.messages(wins)).toHaveLength(1);
    expect(slack.calls.filter(({ path }) => path === '/api/chat.postMessage')).toHaveLength(4);
  });
});
