import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fakeClock } from '../clock.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../slack/slack.ts';
import { openScenario } from './open-scenario.ts';
import type { MakeWorld } from './runtime/world.ts';

const { general } = CHANNELS;
let slack: SlackStandIn;
let world: MakeWorld;
beforeEach(async () => {
  const clock = fakeClock();
  slack = await startSlack({ clock });
  world = {
    fetch,
    hosts: { 'https://slack.com': slack.url },
    clock,
    sleep: async (milliseconds) => clock.advance(milliseconds),
    timezone: 'UTC',
  };
});
afterEach(() => slack.close());

const scenarioOf = (mapper: object, more: object = {}, connection: object = { slackToken: slack.token }) =>
  openScenario({
    blueprint: {
      name: 'Tell Slack',
      flow: [
        {
          id: 1,
          module: 'util:BasicTrigger',
          version: 1,
          parameters: { values: [{ spec: [{ name: 'name', value: 'Acme' }] }] },
          mapper: {},
        },
        { id: 2, module: 'slack:CreateMessage', version: 4, parameters: {}, mapper, ...more },
      ],
      metadata: {
        instant: false,
        version: 1,
        scenario: {
          roundtrips: 1,
          maxErrors: 3,
          autoCommit: true,
          sequential: false,
          dataloss: false,
          dlq: true,
        },
        designer: {},
      },
    },
    world,
    ...connection,
  });
const manual = { channelWType: 'manualy', channel: general };

describe("Make's own module that posts to Slack", () => {
  it('posts text and blocks through the Web API, for one operation', async () => {
    const blocks = JSON.stringify([{ type: 'divider' }]);
    const report = await scenarioOf({ ...manual, text: 'Won: {{1.name}}', blocks }).run();
    expect(report).toMatchObject({ status: 'success', operations: 2, bundles: { 2: [{}] } });
    expect(slack.messages(general)).toMatchObject([
      { text: 'Won: Acme', blocks: [{ type: 'divider' }], user: slack.botUserId },
    ]);
  });

  it('posts into a thread, with what the editor offers', async () => {
    const thread_ts = slack.postAs(slack.botUserId, general, 'parent');
    const mapper = {
      channelWType: 'list',
      channelType: 'public',
      channel: general,
      text: 'x',
      thread_ts,
      reply_broadcast: 'true',
      link_names: 'false',
      mrkdwn: true,
      unfurl_links: false,
      unfurl_media: false,
    };
    await scenarioOf(mapper).run();
    expect(slack.messages(general)).toMatchObject([{}, { text: 'x', thread_ts }]);
    expect(JSON.parse(slack.calls.at(-1)?.body ?? '')).toEqual({
      channel: general,
      text: 'x',
      thread_ts,
      reply_broadcast: true,
      link_names: false,
      mrkdwn: true,
      unfurl_links: false,
      unfurl_media: false,
    });
  });

  it('hands what Slack refuses to an error handler', async () => {
    const resume = { id: 3, module: 'builtin:Resume', version: 1, mapper: { why: '{{2.error.message}}' } };
    const report = await scenarioOf(
      { ...manual, channel: 'C00NOWHERE', text: 'x' },
      { onerror: [resume] },
    ).run();
    expect(report?.errors).toMatchObject([
      { error: { message: 'Slack answered channel_not_found.' }, handledBy: 'Resume' },
    ]);
  });

  it.each([
    ['RateLimitError', { status: 429, retryAfter: 30 }],
    ['ConnectionError', { status: 503 }],
  ])('fails with a %s that Make retries by itself', async (type, fault) => {
    const scenario = scenarioOf({ ...manual, text: 'x' });
    slack.failNext('chat.postMessage', fault);
    expect(await scenario.run()).toMatchObject({ status: 'warning', errors: [{ error: { type } }] });
    slack.clock.advance(60_000);
    await scenario.resumeDue();
    expect(slack.messages(general)).toHaveLength(1);
  });

  it('fails with a ConnectionError when there is no answer', async () => {
    slack.intercept(() => 'before');
    const report = await scenarioOf({ ...manual, text: 'x' }).run();
    expect(report).toMatchObject({ status: 'warning', errors: [{ error: { type: 'ConnectionError' } }] });
  });

  it.each([
    ['a way to name the channel that no export shows', { ...manual, channelWType: 'map', text: 'x' }],
    ['a message without a channel', { channelWType: 'manualy', text: 'x' }],
    ['a flag that is neither true nor false', { ...manual, text: 'x', mrkdwn: 'perhaps' }],
  ])('refuses %s', async (_, mapper) => {
    await expect(scenarioOf(mapper).run()).rejects.toMatchObject({ id: 'stock-field' });
  });

  it('needs a connection', () => {
    expect(() => scenarioOf({ ...manual, text: 'x' }, {}, {})).toThrow('has no Slack connection');
  });
});
