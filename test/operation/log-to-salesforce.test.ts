import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { logToSalesforce } from '../../shared/operation/action/log-to-salesforce.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { JO } from '../sandbox/salesforce/sample-org/contact.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { dealRoom } from '../scene/deal-room.ts';
import { runScene } from '../scene/run-scene.ts';
import { on, platforms } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

const DEAL = sampleId('006', 201);
const TEXT = 'They want to start in January, says <mailto:jo@acme.example|Jo> &amp; team.';

let world: World;
let ts: string;
beforeEach(async () => {
  world = await startWorld();
  ts = world.slack.postAs(PEOPLE.kim.id, CHANNELS.general, TEXT);
});
afterEach(() => world.close());

const tasks = () => world.salesforce.records('Task').filter(({ Id }) => String(Id).startsWith('00TDw'));
const posts = () => world.salesforce.records('FeedItem').filter(({ Id }) => String(Id).startsWith('0D5Dw'));
const permalink = () => world.slack.messages().find((message) => message.ts === ts)?.permalink;

describe.each(platforms)('Log to Salesforce on %s', (platform) => {
  const act = (inputs: Values = {}) =>
    on(platform, world).act('log_to_salesforce', {
      text: TEXT,
      message_ts: ts,
      channel: CHANNELS.general,
      author_id: PEOPLE.kim.id,
      record_id: DEAL,
      ...inputs,
    });
  const failure = (run: Promise<unknown>) => on(platform, world).failure(run);

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({
      ...logToSalesforce.operation.sample,
      event_key: expect.stringMatching(/^log-to-salesforce-C00GENERAL-\d+-\d+$/),
    });
  });

  it('writes a done task with text, author and address', async () => {
    await act();
    expect(tasks()).toMatchObject([
      {
        Subject: 'Slack message from Kim Ro: They want to start in January, says Jo & team.',
        Description: `Kim Ro wrote in Slack:\nThey want to start in January, says Jo & team.\n${permalink()}`,
        Status: 'Completed',
        IsClosed: true,
        ActivityDate: '2026-11-20',
        WhatId: DEAL,
        WhoId: null,
      },
    ]);
  });

  it('writes a Chatter post when that is chosen', async () => {
    expect(await act({ log_as: 'chatter' })).toMatchObject({ written_id: expect.stringMatching(/^0D5/) });
    expect(posts()).toMatchObject([
      {
        ParentId: DEAL,
        Body: `Kim Ro wrote in Slack:\nThey want to start in January, says Jo & team.\n${permalink()}`,
      },
    ]);
    expect(tasks()).toEqual([]);
  });

  it('writes a message once, however often it comes and as whatever', async () => {
    const first = await act();
    expect(await act()).toMatchObject({ outcome: 'already_delivered', written_id: first.written_id });
    expect(await act({ log_as: 'chatter' })).toMatchObject({ outcome: 'already_delivered' });
    expect([tasks().length, posts().length]).toEqual([1, 0]);
  });

  it('finds the record by the room that the message is in', async () => {
    await dealRoom.happens(world);
    const { channel_id, record_id } = await runScene('zapier', world, dealRoom);
    const channel = String(channel_id);
    const message = world.slack.postAs(PEOPLE.kim.id, channel, 'Signed!');
    const inputs = { record_id: undefined, channel, message_ts: message, text: 'Signed!' };
    expect(await act(inputs)).toMatchObject({ outcome: 'delivered', record_id });
    expect(tasks()).toMatchObject([{ WhatId: record_id }]);
  });

  it('tells the person where it is, and that a message belongs to no record', async () => {
    const user = PEOPLE.ana.id;
    await act({ user });
    const seen = () => world.slack.ephemerals().map(({ to, text }) => `${to}: ${text}`);
    expect(seen().map((text) => text.replace(world.salesforce.url, INSTANCE))).toEqual([
      `${user}: Logged to Salesforce: <${INSTANCE}/${DEAL}|View in Salesforce>`,
    ]);
    const other = world.slack.postAs(PEOPLE.kim.id, CHANNELS.general, 'Lunch?');
    expect(await act({ user, record_id: undefined, message_ts: other })).toMatchObject({
      outcome: 'no_record',
    });
    expect(seen().at(-1)).toContain('This conversation is no room of a Salesforce record');
    expect(await act({ message_ts: other })).toMatchObject({ outcome: 'delivered' });
    expect(tasks()).toHaveLength(2);
  });

  it('costs two Salesforce calls and two Slack calls, and none for what is known', async () => {
    world.slack.forget();
    await act();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 2]);
    world.slack.forget();
    const other = world.slack.postAs(PEOPLE.kim.id, CHANNELS.general, 'Again');
    await act({ message_ts: other, author: 'Kim', permalink: 'https://acme.slack.com/x' });
    expect(world.slack.calls).toEqual([]);
    expect(tasks().at(-1)?.Description).toContain('Kim wrote in Slack:');
  });

  it.each([
    ['a contact', JO, { WhoId: JO, WhatId: null }],
    ['a lead', sampleId('00Q', 601), { WhoId: sampleId('00Q', 601), WhatId: null }],
    ['a case', LOGIN_LOOP, { WhatId: LOGIN_LOOP, WhoId: null }],
  ])('relates the task to %s as Salesforce wants it', async (_, record_id, related) => {
    await act({ record_id });
    expect(tasks()).toMatchObject([related]);
  });

  it('cuts a very long message, and logs one without text', async () => {
    const text = 'x'.repeat(12_000);
    await act({ text, log_as: 'chatter' });
    expect(String(posts()[0]?.Body).length).toBeLessThan(10_000);
    const other = world.slack.postAs(PEOPLE.kim.id, CHANNELS.general, 'file');
    await act({ text: '', message_ts: other });
    expect(tasks()[0]?.Subject).toBe('Slack message from Kim Ro: —');
  });

  it('takes the subject that is given, and other words', async () => {
    await act({ subject: 'Call notes', language: 'de' });
    expect(tasks()).toMatchObject([
      { Subject: 'Call notes', Description: expect.stringMatching(/^Kim Ro schrieb in Slack:\n/) },
    ]);
  });

  it('names nobody whom Slack does not show', async () => {
    await act({ author_id: 'U00NOBODY1' });
    expect(tasks()[0]?.Subject).toMatch(/^Slack message from Somebody: /);
  });

  it('uses the closed status of the org, whatever it is called', async () => {
    world.salesforce.features.hiddenFields = new Set(['TaskStatus.ApiName']);
    expect(await act()).toMatchObject({ outcome: 'delivered' });
    expect(tasks()).toMatchObject([{ Status: 'Completed' }]);
  });

  it('stops with a remedy when the record is gone, and can be run again', async () => {
    const gone = '006xx0000000999AAA';
    const { kind, message } = await failure(act({ record_id: gone }));
    expect(kind).toBe('stops');
    expect(message).not.toBe('');
    expect(tasks()).toEqual([]);
    world.clock.advance(11 * 60_000);
    expect(await act()).toMatchObject({ outcome: 'delivered' });
    expect(tasks()).toHaveLength(1);
  });

  it('refuses what is no record id and no channel', async () => {
    expect((await failure(act({ record_id: '42' }))).message).toContain('Record ID: ');
    expect((await failure(act({ channel: '#general' }))).message).toContain('Channel ID: ');
  });
});

it('Log to Salesforce on Zapier says TEST and tells nobody when it runs in the editor', async () => {
  const inputs = { text: TEXT, message_ts: ts, channel: CHANNELS.general, record_id: DEAL };
  await on('zapier', world).act('log_to_salesforce', { ...inputs, user: PEOPLE.kim.id }, { test: true });
  expect(tasks()[0]?.Subject).toMatch(/^TEST /);
  expect(world.slack.ephemerals()).toEqual([]);
});
