import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { CHANNELS, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;

beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
});
afterEach(() => slack.close());

describe('a deal room built with the official client', () => {
  it('stands with its members, topic, bookmark and pinned briefing', async () => {
    const who = await client.auth.test();
    expect(who).toMatchObject({ team: 'Acme', user: 'dealwire', user_id: slack.botUserId });
    const { user } = await client.users.lookupByEmail({ email: PEOPLE.kim.email });
    expect(user).toMatchObject({ id: PEOPLE.kim.id, real_name: 'Kim Ro', deleted: false });
    const { channel } = await client.conversations.create({ name: 'deal-acme-q4', is_private: true });
    const room = channel?.id ?? '';
    await client.conversations.invite({ channel: room, users: [PEOPLE.kim.id, PEOPLE.sam.id].join(',') });
    await client.conversations.setTopic({ channel: room, topic: 'Acme, 75000 USD' });
    await client.bookmarks.add({
      channel_id: room,
      title: 'Acme',
      type: 'link',
      link: 'https://acme.example/006',
    });
    const posted = await client.chat.postMessage({
      channel: room,
      text: 'Won',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'Won' } }],
      metadata: { event_type: 'dealwire', event_payload: { key: 'deal-room-006' } },
    });
    await client.pins.add({ channel: room, timestamp: posted.ts ?? '' });
    await client.chat.update({ channel: room, ts: posted.ts ?? '', text: 'Won!' });
    const built = slack.channels().find(({ id }) => id === room);
    expect(built).toEqual({
      id: 'C000001001',
      name: 'deal-acme-q4',
      isPrivate: true,
      members: [slack.botUserId, PEOPLE.kim.id, PEOPLE.sam.id],
      topic: 'Acme, 75000 USD',
      creator: slack.botUserId,
      archived: false,
      bookmarks: [{ id: 'Bk000001001', title: 'Acme', link: 'https://acme.example/006', emoji: '' }],
      pins: [posted.ts],
    });
    expect(slack.messages(room)).toMatchObject([
      { channel: room, ts: posted.ts, text: 'Won!', user: slack.botUserId, thread_ts: undefined },
    ]);
    const { channels } = await client.users.conversations({ types: 'public_channel,private_channel' });
    expect(channels?.map(({ id }) => id)).toContain(room);
    const { channel: info } = await client.conversations.info({ channel: room });
    expect(info).toMatchObject({ name: 'deal-acme-q4', is_private: true, is_member: true });
    const history = await client.conversations.history({ channel: room, include_all_metadata: true });
    expect(history.messages?.find(({ ts }) => ts === posted.ts)?.metadata?.event_payload).toEqual({
      key: 'deal-room-006',
    });
  });

  it('posts into a direct conversation when the channel is a person', async () => {
    const posted = await client.chat.postMessage({ channel: PEOPLE.ana.id, text: 'Renewal at risk' });
    expect(posted.channel).toBe(slack.directChannel(PEOPLE.ana.id));
    expect(slack.messages(posted.channel)).toMatchObject([{ text: 'Renewal at risk', ts: posted.ts }]);
  });

  it('gives the same ids and times on every start', async () => {
    const first = await client.chat.postMessage({ channel: CHANNELS.general, text: 'a' });
    const second = await client.chat.postMessage({ channel: CHANNELS.general, text: 'b' });
    expect([first.ts, second.ts]).toEqual(['1795212000.000000', '1795212000.000001']);
  });
});
