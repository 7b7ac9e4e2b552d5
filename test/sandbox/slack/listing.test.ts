import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { CHANNELS, HISTORY_SCOPES, ON_CALL_GROUP, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf, refusalOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;
beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
});
afterEach(() => slack.close());

const names = (channels: readonly { readonly name?: string }[] | undefined) =>
  channels?.map(({ name }) => name);

describe('users.conversations', () => {
  it('lists only the channels the bot is in', async () => {
    await client.conversations.create({ name: 'deal-x', is_private: true });
    slack.createChannel({ name: 'deal-y', creator: PEOPLE.kim.id, isPrivate: true });
    const list = (types: string) => client.users.conversations({ types });
    expect(names((await list('public_channel,private_channel')).channels)).toEqual([
      'general',
      'support-escalations',
      'forecast-review',
      'sales-wins',
      'deal-x',
    ]);
    expect(names((await list('private_channel')).channels)).toEqual(['deal-x']);
  });

  it('lists another person’s channels as far as the caller may know of them', async () => {
    const { channels } = await client.users.conversations({
      user: PEOPLE.vera.id,
      types: 'public_channel,private_channel',
    });
    expect(names(channels)).not.toContain('leadership');
    expect(names(channels)).toContain('random');
    expect(await codeOf(client.users.conversations({ user: 'U00NOBODY0' }))).toBe('user_not_found');
  });
});

describe('conversations.list', () => {
  it('comes in pages and leaves archived channels out on demand', async () => {
    const found: string[] = [];
    for await (const page of client.paginate('conversations.list', { limit: 3, exclude_archived: true })) {
      const { channels } = page as { channels?: { name?: string }[] };
      expect(channels?.length).toBeLessThanOrEqual(3);
      found.push(...(names(channels) as string[]));
    }
    expect(found).toEqual([
      'general',
      'support-escalations',
      'forecast-review',
      'sales-wins',
      'random',
      'partners',
    ]);
  });

  it('refuses a wrong page or type', async () => {
    const list = (options: object) => codeOf(client.apiCall('conversations.list', { ...options }));
    expect(await list({ limit: 1000 })).toBe('invalid_limit');
    expect(await list({ limit: 'many' })).toBe('invalid_limit');
    expect(await list({ cursor: 'abc' })).toBe('invalid_cursor');
    expect(await list({ types: 'room' })).toBe('invalid_types');
  });

  it('wants the scope of each type', async () => {
    const reader = clientOf(slack, slack.issueToken({ scopes: ['channels:read', ...HISTORY_SCOPES] }));
    const call = reader.conversations.list({ types: 'public_channel,private_channel' });
    expect(await refusalOf(call)).toMatchObject({ error: 'missing_scope', needed: 'groups:read' });
  });
});

describe('conversations.members', () => {
  it('comes in pages', async () => {
    const first = await client.conversations.members({ channel: CHANNELS.forecast, limit: 2 });
    expect(first.members).toEqual([PEOPLE.vera.id, PEOPLE.kim.id]);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await client.conversations.members({ channel: CHANNELS.forecast, cursor });
    expect(rest.members).toEqual([slack.botUserId]);
  });
});

describe('user groups', () => {
  it('are found by handle, with users and count when asked', async () => {
    const { usergroups } = await client.usergroups.list({ include_users: true, include_count: true });
    expect(usergroups).toMatchObject([
      { id: ON_CALL_GROUP, handle: 'support-oncall', users: [PEOPLE.omar.id, PEOPLE.pia.id], user_count: 2 },
    ]);
    expect((await client.usergroups.list({ include_disabled: true })).usergroups).toHaveLength(2);
  });

  it('list their users', async () => {
    const list = (usergroup: string) => client.usergroups.users.list({ usergroup });
    expect((await list(ON_CALL_GROUP)).users).toEqual([PEOPLE.omar.id, PEOPLE.pia.id]);
    expect(await codeOf(list('S00NOTHING'))).toBe('no_such_subteam');
    expect(await codeOf(list('S00OLDTEAM'))).toBe('no_such_subteam');
    const without = clientOf(slack, slack.issueToken({ scopes: [] })).usergroups.users.list({
      usergroup: 'S1',
    });
    expect(await refusalOf(without)).toMatchObject({ needed: 'usergroups:read' });
  });
});
