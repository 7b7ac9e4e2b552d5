import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { CHANNELS, DELIVERY_SCOPES, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;
let room: string;
beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
  room = (await client.conversations.create({ name: 'deal-acme', is_private: true })).channel?.id ?? '';
});
afterEach(() => slack.close());

const view = (id = room) => slack.channels().find((channel) => channel.id === id);

describe('topic and purpose', () => {
  it('hold 250 characters', async () => {
    const set = (topic: string) => client.conversations.setTopic({ channel: room, topic });
    const { channel } = await set('x'.repeat(250));
    expect(channel?.topic).toEqual({
      value: 'x'.repeat(250),
      creator: slack.botUserId,
      last_set: 1795212000,
    });
    expect(await codeOf(set('x'.repeat(251)))).toBe('too_long');
    await client.conversations.setPurpose({ channel: room, purpose: 'The Acme deal' });
    const info = await client.conversations.info({ channel: room });
    expect(info.channel?.purpose?.value).toBe('The Acme deal');
    const elsewhere = client.conversations.setTopic({ channel: CHANNELS.random, topic: 'x' });
    expect(await codeOf(elsewhere)).toBe('not_in_channel');
  });
});

describe('bookmarks', () => {
  const add = (link: string, more: { readonly emoji?: string; readonly channel_id?: string } = {}) =>
    client.bookmarks.add({ channel_id: room, title: 'Acme', type: 'link', link, ...more });

  it('are added each time and listed in order', async () => {
    await add('https://acme.example/1', { emoji: ':moneybag:' });
    await add('https://acme.example/1');
    const reader = clientOf(slack, slack.issueToken({ scopes: ['bookmarks:read'] }));
    const { bookmarks } = await reader.bookmarks.list({ channel_id: room });
    expect(bookmarks?.map(({ id, link, date_created }) => [id, link, date_created])).toEqual([
      ['Bk000001001', 'https://acme.example/1', 1795212000],
      ['Bk000001002', 'https://acme.example/1', 1795212000],
    ]);
    expect(view()?.bookmarks).toHaveLength(2);
  });

  it('are refused with a wrong link, emoji or channel', async () => {
    expect(await codeOf(add('acme.example'))).toBe('invalid_link');
    expect(await codeOf(add('https://acme.example', { emoji: 'moneybag' }))).toBe('invalid_emoji');
    expect(await codeOf(add('https://acme.example', { channel_id: 'C00NOWHERE' }))).toBe('channel_not_found');
    expect(await codeOf(add('https://acme.example', { channel_id: CHANNELS.random }))).toBe('not_in_channel');
  });
});

describe('pins', () => {
  it('are added once', async () => {
    const { ts = '' } = await client.chat.postMessage({ channel: room, text: 'Briefing' });
    const pin = (timestamp: string) => client.pins.add({ channel: room, timestamp });
    await pin(ts);
    expect(view()?.pins).toEqual([ts]);
    expect(await codeOf(pin(ts))).toBe('already_pinned');
    expect(await codeOf(pin('1.000001'))).toBe('message_not_found');
    const reader = clientOf(slack, slack.issueToken({ scopes: ['pins:read'] }));
    const { items } = await reader.pins.list({ channel: room });
    expect(items).toMatchObject([
      { type: 'message', created: 1795212000, message: { text: 'Briefing', ts } },
    ]);
  });
});

describe('the life of a channel', () => {
  it('shows a private one only to its members', async () => {
    const info = (channel: string) => client.conversations.info({ channel, include_num_members: true });
    expect((await info(CHANNELS.random)).channel).toMatchObject({
      name: 'random',
      is_member: false,
      num_members: 8,
    });
    expect(await codeOf(info(CHANNELS.leadership))).toBe('channel_not_found');
    const hidden = slack.createChannel({
      name: 'x',
      creator: PEOPLE.kim.id,
      isPrivate: true,
      members: [slack.botUserId],
    });
    expect((await info(hidden)).channel).toMatchObject({ is_private: true, is_member: true });
  });

  it('archives once, refuses what an archived channel cannot do, and opens again', async () => {
    await client.conversations.archive({ channel: room });
    expect(view()?.archived).toBe(true);
    expect(await codeOf(client.conversations.archive({ channel: room }))).toBe('already_archived');
    expect(await codeOf(client.conversations.archive({ channel: CHANNELS.general }))).toBe(
      'cant_archive_general',
    );
    expect(await codeOf(client.chat.postMessage({ channel: room, text: 'x' }))).toBe('is_archived');
    expect(await codeOf(client.conversations.setTopic({ channel: room, topic: 'x' }))).toBe('is_archived');
    await client.conversations.unarchive({ channel: room });
    expect(view()?.archived).toBe(false);
    expect(await codeOf(client.conversations.unarchive({ channel: room }))).toBe('not_archived');
  });

  it('renames by the rules of creation', async () => {
    const rename = (name: string) => client.conversations.rename({ channel: room, name });
    expect((await rename('deal-acme-2')).channel?.name).toBe('deal-acme-2');
    expect(await codeOf(rename('Deal Acme'))).toBe('invalid_name_specials');
    expect(await codeOf(rename('general'))).toBe('name_taken');
  });

  it('joins public channels only, twice without error', async () => {
    const joiner = clientOf(slack, slack.issueToken({ scopes: [...DELIVERY_SCOPES, 'channels:join'] }));
    const join = (channel: string) => joiner.conversations.join({ channel });
    expect((await join(CHANNELS.random)).channel?.is_member).toBe(true);
    expect((await join(CHANNELS.random)).warning).toBe('already_in_channel');
    expect(await codeOf(join(room))).toBe('method_not_supported_for_channel_type');
    expect(await codeOf(join(CHANNELS.oldDeals))).toBe('is_archived');
  });
});
