import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { CHANNELS, DELIVERY_SCOPES, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf, refusalOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;
beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
});
afterEach(() => slack.close());

const channel = CHANNELS.general;
const texts = (messages: readonly { readonly text?: string }[] | undefined) =>
  messages?.map(({ text }) => text);

describe('conversations.history', () => {
  it('is newest first, in pages, without replies unless they were broadcast', async () => {
    const { ts: parent = '' } = await client.chat.postMessage({ channel, text: 'a' });
    await client.chat.postMessage({ channel, text: 'quiet', thread_ts: parent });
    await client.chat.postMessage({ channel, text: 'loud', thread_ts: parent, reply_broadcast: true });
    slack.postAs(PEOPLE.kim.id, channel, 'z');
    const first = await client.conversations.history({ channel, limit: 2 });
    expect(texts(first.messages)).toEqual(['z', 'loud']);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await client.conversations.history({ channel, limit: 2, cursor });
    expect(texts(rest.messages)).toEqual(['a']);
    expect(rest).toMatchObject({ has_more: false, response_metadata: { next_cursor: '' } });
  });

  it('gives metadata only when asked for it', async () => {
    const metadata = { event_type: 'dealwire', event_payload: { key: 'k' } };
    await client.chat.postMessage({ channel, text: 'a', metadata });
    expect((await client.conversations.history({ channel })).messages?.[0]?.metadata).toBeUndefined();
    const asked = await client.conversations.history({ channel, include_all_metadata: true });
    expect(asked.messages?.[0]?.metadata).toEqual(metadata);
  });

  it('keeps to a range of time', async () => {
    const stamps = ['a', 'b', 'c'].map((text) => {
      slack.clock.advance(1000);
      return slack.postAs(PEOPLE.kim.id, channel, text);
    });
    const [oldest, , latest] = stamps;
    const between = await client.conversations.history({
      channel,
      oldest: oldest ?? '',
      latest: latest ?? '',
    });
    expect(texts(between.messages)).toEqual(['b']);
    const inclusive = await client.conversations.history({ channel, oldest: oldest ?? '', inclusive: true });
    expect(texts(inclusive.messages)).toEqual(['c', 'b', 'a']);
  });

  it('holds the notices that Slack writes about joining and the topic', async () => {
    const room = (await client.conversations.create({ name: 'deal-x', is_private: true })).channel?.id ?? '';
    await client.conversations.invite({ channel: room, users: PEOPLE.kim.id });
    await client.conversations.setTopic({ channel: room, topic: 'x' });
    const { messages } = await client.conversations.history({ channel: room });
    expect(messages?.map(({ subtype }) => subtype)).toEqual(['group_topic', 'group_join']);
    expect(slack.messages(room)).toEqual([]);
  });

  it('wants the scope of the kind of channel, and membership', async () => {
    const room = (await client.conversations.create({ name: 'deal-x', is_private: true })).channel?.id ?? '';
    const read = (scopes: readonly string[], id: string) =>
      clientOf(slack, slack.issueToken({ scopes })).conversations.history({ channel: id });
    expect(await refusalOf(read(DELIVERY_SCOPES, channel))).toMatchObject({ needed: 'channels:history' });
    expect(await refusalOf(read(['channels:history'], room))).toMatchObject({ needed: 'groups:history' });
    expect((await read(['groups:history'], room)).ok).toBe(true);
    expect(await codeOf(read(['channels:history'], CHANNELS.random))).toBe('not_in_channel');
    expect(await codeOf(read(['groups:history'], CHANNELS.leadership))).toBe('channel_not_found');
  });
});

describe('conversations.replies', () => {
  it('gives the parent and then its replies', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'a' });
    await client.chat.postMessage({ channel, text: 'b', thread_ts: ts });
    const { messages } = await client.conversations.replies({ channel, ts });
    expect(texts(messages)).toEqual(['a', 'b']);
    expect(messages?.[0]).toMatchObject({ thread_ts: ts, reply_count: 1 });
    expect(await codeOf(client.conversations.replies({ channel, ts: '1.000001' }))).toBe('thread_not_found');
  });
});
