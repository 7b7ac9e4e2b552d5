import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { relayChatterPost } from '../../shared/operation/action/relay-chatter-post.ts';
import { SAMPLE_POST } from '../../shared/operation/trigger/chatter-posted.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { makeRoom } from '../sandbox/make-room.ts';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

const COMMENT = sampleId('0D7', 1301);

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const atInstance = (text: string) => text.replaceAll(world.salesforce.url, INSTANCE);
const shown = () => atInstance(JSON.stringify(posted()[0]?.blocks).replaceAll('\\n', '\n'));

describe.each(platforms)('Relay Chatter Post on %s', (platform) => {
  const act = (inputs: Values = {}) =>
    on(platform, world).act('relay_chatter_post', {
      record_id: DEMO_DEAL,
      post_id: SAMPLE_POST,
      ...inputs,
    });
  const room = () => makeRoom(world, DEMO_DEAL, CHANNELS.general);

  it('returns the sample that the editor shows', async () => {
    room();
    expect(await act()).toEqual({ ...relayChatterPost.operation.sample, message_ts: expect.any(String) });
  });

  it('tells in the room who wrote what, with a link', async () => {
    room();
    await act();
    expect(posted()[0]?.channel).toBe(CHANNELS.general);
    expect(atInstance(posted()[0]?.text ?? '')).toBe(
      `*Ana Lee* wrote in Chatter: Legal is fine with the &lt;MSA&gt; &amp; the "DPA". @Kim <${INSTANCE}/${DEMO_DEAL}|View in Salesforce>`,
    );
    expect(shown()).toContain('*Ana Lee* wrote in Chatter:\nLegal is fine with the &lt;MSA&gt;');
    expect(shown()).toContain(`"url":"${INSTANCE}/${DEMO_DEAL}"`);
  });

  it('tells a comment as one, in other words, and mentions nobody by it', async () => {
    room();
    await act({ post_id: COMMENT, language: 'de' });
    expect(shown()).toContain(
      '*Kim Ro* hat in Chatter kommentiert:\nGreat — sending it today &lt;!channel&gt;',
    );
  });

  it('tells a post once, however often it comes, with its key or without', async () => {
    room();
    await act();
    expect(await act()).toMatchObject({ outcome: 'already_delivered' });
    expect(await act({ event_key: `chatter-relay-${SAMPLE_POST}` })).toMatchObject({
      outcome: 'already_delivered',
    });
    expect(posted()).toHaveLength(1);
  });

  it('costs two Salesforce calls and one Slack call', async () => {
    room();
    world.salesforce.forget();
    await act();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 1]);
  });

  it('leaves a post alone whose record has no room, or that was deleted', async () => {
    expect(await act()).toMatchObject({ outcome: 'left' });
    room();
    expect(await act({ post_id: sampleId('0D5', 1299) })).toMatchObject({ outcome: 'left' });
    expect(posted()).toEqual([]);
  });

  it('sends nothing back that came from Slack, even when it is asked to', async () => {
    room();
    const ts = world.slack.postAs(PEOPLE.kim.id, CHANNELS.general, 'Signed!');
    const { written_id } = await on(platform, world).act('log_to_salesforce', {
      text: 'Signed!',
      message_ts: ts,
      channel: CHANNELS.general,
      log_as: 'chatter',
    });
    expect(written_id).toMatch(/^0D5/);
    expect(await act({ post_id: written_id })).toMatchObject({ outcome: 'left' });
    expect(posted()).toEqual([]);
  });

  it('cuts a very long post', async () => {
    room();
    const post_id = world.salesforce.insert('FeedItem', { ParentId: DEMO_DEAL, Body: '&'.repeat(9_000) });
    expect(await act({ post_id })).toMatchObject({ outcome: 'delivered' });
    expect(shown()).toContain('…');
  });
});
