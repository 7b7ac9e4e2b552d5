import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { CHANNELS, DEACTIVATED, DELIVERY_SCOPES, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf, refusalOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;
beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
});
afterEach(() => slack.close());

const { general, random, leadership } = CHANNELS;
const post = (channel: string, text = 'x') => client.chat.postMessage({ channel, text });

describe('where chat.postMessage goes', () => {
  it('is a channel by id or name, or a person', async () => {
    expect((await post(general)).channel).toBe(general);
    expect((await post('#sales-wins')).channel).toBe(CHANNELS.wins);
    const direct = await post(PEOPLE.kim.id);
    expect(direct.channel).toMatch(/^D/);
    expect((await post(PEOPLE.kim.id)).channel).toBe(direct.channel);
    expect(await codeOf(post('C00NOWHERE'))).toBe('channel_not_found');
    expect(await codeOf(post(leadership))).toBe('channel_not_found');
    expect(await codeOf(post('leadership'))).toBe('channel_not_found');
  });

  it('is a deactivated person too, without any sign', async () => {
    expect((await post(DEACTIVATED.id)).ok).toBe(true);
  });

  it('is a public channel without membership only with chat:write.public', async () => {
    expect((await post(random)).ok).toBe(true);
    const scopes = DELIVERY_SCOPES.filter((scope) => scope !== 'chat:write.public');
    const modest = clientOf(slack, slack.issueToken({ scopes }));
    expect(await codeOf(modest.chat.postMessage({ channel: random, text: 'x' }))).toBe('not_in_channel');
    expect((await modest.chat.postMessage({ channel: general, text: 'x' })).ok).toBe(true);
  });
});

describe('what chat.postMessage takes', () => {
  it('gives the message as stored, with increasing ts on a standing clock', async () => {
    const first = await post(general, 'a');
    const second = await post(general, 'b');
    expect(first.message).toMatchObject({
      text: 'a',
      ts: first.ts,
      bot_id: 'B00DEALWIR',
      app_id: 'A00DEALWIR',
    });
    expect(Number(second.ts)).toBeGreaterThan(Number(first.ts));
    slack.clock.advance(5000);
    expect((await post(general)).ts).toBe('1795212005.000000');
  });

  it('refuses broken blocks with the place of each problem, and stores nothing', async () => {
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } },
      { type: 'section', text: { type: 'mrkdwn', text: '' } },
    ];
    const refused = await refusalOf(client.chat.postMessage({ channel: general, text: 'x', blocks }));
    expect(refused.error).toBe('invalid_blocks');
    expect(refused.response_metadata?.messages).toEqual([
      '[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]',
      '[ERROR] must be more than 0 characters [json-pointer:/blocks/1/text/text]',
    ]);
    expect(slack.messages()).toEqual([]);
  });

  it.each([
    ['no_text', { text: '' }],
    ['invalid_blocks_format', { text: 'x', blocks: '{"type":"divider"}' }],
    ['invalid_blocks_format', { text: 'x', blocks: 'divider' }],
    ['invalid_metadata_format', { text: 'x', metadata: 'key' }],
    ['invalid_metadata_schema', { text: 'x', metadata: { event_type: 'deal room', event_payload: {} } }],
    ['markdown_text_conflict', { text: 'x', markdown_text: '# x' }],
    ['too_many_attachments', { text: 'x', attachments: Array(101).fill({ text: 'x' }) }],
  ])('answers %s', async (code, message) => {
    expect(await codeOf(client.apiCall('chat.postMessage', { channel: general, ...message }))).toBe(code);
  });

  it('cuts text at 40,000 characters with a warning', async () => {
    const answer = await post(general, 'x'.repeat(40_001));
    expect(answer.response_metadata?.warnings).toContain('message_truncated');
    expect(slack.messages(general)[0]?.text).toHaveLength(40_000);
  });

  it('takes Markdown in place of text', async () => {
    await client.chat.postMessage({ channel: general, markdown_text: '# Won' });
    expect(slack.messages(general)).toMatchObject([{ text: '# Won' }]);
  });

  it('wants one more scope for another name', async () => {
    const call = client.chat.postMessage({ channel: general, text: 'x', username: 'Deals' });
    expect(await refusalOf(call)).toMatchObject({ error: 'missing_scope', needed: 'chat:write.customize' });
  });

  it('replies to parents only', async () => {
    const { ts: parent = '' } = await post(general);
    const reply = (thread_ts: string) => client.chat.postMessage({ channel: general, text: 'r', thread_ts });
    const { ts: child = '' } = await reply(parent);
    expect((await reply(parent)).ok).toBe(true);
    expect(await codeOf(reply(child))).toBe('cannot_reply_to_message');
    expect(await codeOf(reply('1.000001'))).toBe('cannot_reply_to_message');
    expect(slack.messages(general).map(({ thread_ts }) => thread_ts)).toEqual([undefined, parent, parent]);
  });
});

describe('chat.update', () => {
  it('replaces text and blocks, keeps metadata, and removes it when told to', async () => {
    const metadata = { event_type: 'dealwire', event_payload: { key: 'k' } };
    const { ts = '' } = await client.chat.postMessage({
      channel: general,
      text: 'a',
      blocks: [{ type: 'divider' }],
      metadata,
    });
    const update = (more: object) => client.apiCall('chat.update', { channel: general, ts, ...more });
    await update({ text: 'b' });
    expect(slack.messages(general)).toMatchObject([{ ts, text: 'b', blocks: undefined, metadata }]);
    await update({ text: 'c', blocks: [{ type: 'divider' }], metadata: {} });
    expect(slack.messages(general)).toMatchObject([
      { text: 'c', blocks: [{ type: 'divider' }], metadata: undefined },
    ]);
  });

  it('refuses what it cannot change', async () => {
    const { ts = '' } = await post(general);
    const update = (more: object) =>
      codeOf(client.apiCall('chat.update', { channel: general, ts, text: 'x', ...more }));
    expect(await update({ text: 'x'.repeat(4001) })).toBe('msg_too_long');
    expect(await update({ blocks: [{ type: 'chart' }] })).toBe('invalid_blocks');
    expect(await update({ ts: '1.000001' })).toBe('message_not_found');
    expect(await update({ channel: PEOPLE.kim.id })).toBe('channel_not_found');
    expect(await update({ ts: slack.postAs(PEOPLE.kim.id, general, 'mine') })).toBe('cant_update_message');
    const room = (await client.conversations.create({ name: 'deal-x' })).channel?.id ?? '';
    const posted = await post(room);
    await client.conversations.archive({ channel: room });
    expect(await update({ channel: room, ts: posted.ts })).toBe('is_inactive');
  });
});

describe('chat.postEphemeral', () => {
  const whisper = (user: string, channel: string = general) =>
    client.chat.postEphemeral({ channel, user, text: 'x' });

  it('reaches a member and leaves nothing in the channel', async () => {
    expect((await whisper(PEOPLE.kim.id)).message_ts).toBe('1795212000.000000');
    expect(slack.messages()).toEqual([]);
  });

  it('is refused for others', async () => {
    const room = (await client.conversations.create({ name: 'deal-x' })).channel?.id ?? '';
    expect(await codeOf(whisper(PEOPLE.kim.id, room))).toBe('user_not_in_channel');
    expect(await codeOf(whisper(PEOPLE.kim.id, random))).toBe('not_in_channel');
  });
});

describe('chat.getPermalink', () => {
  it('links a message and a reply', async () => {
    const { ts = '' } = await post(general);
    const reply = await client.chat.postMessage({ channel: general, text: 'r', thread_ts: ts });
    const link = async (message_ts = '') =>
      (await client.chat.getPermalink({ channel: general, message_ts })).permalink;
    const base = `https://acme.slack.com/archives/${general}`;
    expect(await link(ts)).toBe(`${base}/p1795212000000000`);
    expect(await link(reply.ts)).toBe(`${base}/p1795212000000001?thread_ts=${ts}&cid=${general}`);
    for (const message of slack.messages(general)) expect(message.permalink).toBe(await link(message.ts));
    expect(await codeOf(link('1.000001'))).toBe('message_not_found');
  });
});

describe('conversations.open', () => {
  const open = (users: string, more: object = {}) => client.conversations.open({ users, ...more });

  it('opens the conversation that a message to the person goes to', async () => {
    const opened = await open(PEOPLE.kim.id);
    expect(opened.channel?.id).toBe((await post(PEOPLE.kim.id)).channel);
    expect(await open(PEOPLE.kim.id)).toMatchObject({ already_open: true, no_op: true });
  });

  it('refuses those it cannot be opened with', async () => {
    expect(await codeOf(open('U00NOBODY0'))).toBe('user_not_found');
    expect(await codeOf(open(DEACTIVATED.id))).toBe('user_disabled');
    expect(await codeOf(open(''))).toBe('users_list_not_supplied');
    expect(await codeOf(open(PEOPLE.kim.id, { prevent_creation: true }))).toBe('channel_not_found');
    expect(await refusalOf(open(`${PEOPLE.kim.id},${PEOPLE.sam.id}`))).toMatchObject({
      needed: 'mpim:write',
    });
  });

  it('opens a conversation of several people', async () => {
    const several = clientOf(slack, slack.issueToken({ scopes: ['mpim:write'] }));
    const users = [PEOPLE.kim.id, PEOPLE.sam.id].join(',');
    const { channel } = await several.conversations.open({ users });
    expect(channel?.id).toBe('G000001001');
    expect((await several.conversations.open({ users })).channel?.id).toBe(channel?.id);
  });
});
