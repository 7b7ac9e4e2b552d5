import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chatterPosted } from '../../shared/operation/trigger/chatter-posted.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { makeRoom } from '../sandbox/make-room.ts';
import { PROD_DOWN } from '../sandbox/salesforce/sample-org/case.ts';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { ANA, KIM } from '../sandbox/salesforce/sample-org/user.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { dealRoom } from '../scene/deal-room.ts';
import { runScene } from '../scene/run-scene.ts';
import { on, platforms, startsOnMake } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const post = (Body: string, values: Values = {}) =>
  world.salesforce.insert('FeedItem', { ParentId: DEMO_DEAL, Body, ...values }, ANA);
const comment = (FeedItemId: string, CommentBody: string) =>
  world.salesforce.insert('FeedComment', { FeedItemId, CommentBody }, KIM);
const room = (record: string, channel: string) => {
  makeRoom(world, record, channel);
  world.clock.advance(60_000);
};

describe.each(platforms)('Chatter Post on a Record With a Room on %s', (platform) => {
  const found = (inputs: Values = {}) => {
    world.clock.advance(3 * 60_000);
    return on(platform, world).notice('chatter_posted', inputs);
  };
  const texts = async () => (await found()).map(({ text }) => text);

  it('returns the sample that the editor shows', async () => {
    room(DEMO_DEAL, CHANNELS.general);
    post('<p>The <b>MSA</b> is signed &amp; filed.</p>', { IsRichText: true });
    const [sample] = await found();
    const atInstance = JSON.stringify(sample).replace(world.salesforce.url, INSTANCE);
    expect(JSON.parse(atInstance)).toEqual(chatterPosted.operation.sample);
  });

  it('notices posts and comments on records that have a room, and no others', async () => {
    room(DEMO_DEAL, CHANNELS.general);
    comment(post('Legal is fine with the <MSA> & the "DPA".'), 'Great <!channel>');
    post('Failover started', { ParentId: PROD_DOWN });
    expect((await found()).map(({ kind, text, author }) => `${kind} of ${author}: ${text}`).sort()).toEqual([
      'comment of Kim Ro: Great <!channel>',
      'post of Ana Lee: Legal is fine with the <MSA> & the "DPA".',
    ]);
    room(PROD_DOWN, CHANNELS.escalations);
    post('Failover done', { ParentId: PROD_DOWN });
    expect(await texts()).toContain('Failover done');
  });

  it('leaves out what was written before the record had its room', async () => {
    post('Long ago');
    world.clock.advance(60_000);
    room(DEMO_DEAL, CHANNELS.general);
    expect(await texts()).toEqual([]);
    post('Now');
    expect(await texts()).toEqual(['Now']);
  });

  it('reads one page of rooms and nothing else while there is none', async () => {
    world.salesforce.forget();
    expect(await found()).toEqual([]);
    expect(world.salesforce.apiCalls).toBe(1);
  });

  it('costs two Salesforce calls a poll', async () => {
    room(DEMO_DEAL, CHANNELS.general);
    world.salesforce.forget();
    await found();
    expect(world.salesforce.apiCalls).toBe(2);
  });

  it('reads rich text as people do, and leaves changes of fields out', async () => {
    room(DEMO_DEAL, CHANNELS.general);
    post('<p>Signed &amp; <b>sealed</b></p>', { IsRichText: true });
    post('Stage changed', { Type: 'TrackedChange' });
    expect(await texts()).toContain('Signed & sealed');
    expect(await texts()).not.toContain('Stage changed');
  });

  it('never brings back what came from Slack', async () => {
    await dealRoom.happens(world);
    const { channel_id, record_id } = await runScene(platform, world, {
      ...dealRoom,
      inputs: { ...dealRoom.inputs, write_back: true },
    });
    const channel = String(channel_id);
    const ts = world.slack.postAs(PEOPLE.kim.id, channel, 'Signed!');
    await on(platform, world).act('log_to_salesforce', {
      text: 'Signed!',
      message_ts: ts,
      channel,
      log_as: 'chatter',
    });
    expect(
      world.salesforce.records('FeedItem').filter(({ ParentId }) => ParentId === record_id).length,
    ).toBeGreaterThanOrEqual(2);
    world.clock.advance(60_000);
    const human = post('By hand', { ParentId: record_id });
    const news = (await found()).filter((each) => each.record_id === record_id);
    expect(news.map(({ post_id }) => post_id).filter((id) => !String(id).includes('xx'))).toEqual([human]);
  });

  it('ignores the rooms of another workspace', async () => {
    world.salesforce.insert('Dealwire_Delivery__c', {
      Key__c: `room-${DEMO_DEAL}-other`,
      Status__c: 'done',
      Record_Id__c: DEMO_DEAL,
      Channel__c: 'C1',
      Organization__c: '00D000000000000AAA',
      Team__c: 'T1',
    });
    expect(await found()).toEqual([]);
  });
});

it('On Make the latest posts are offered to start from', async () => {
  const starts = await startsOnMake(world, 'chatter_posted');
  expect(starts[0]?.label).toBe('Bo 🚀 Berg: Failover started');
});
