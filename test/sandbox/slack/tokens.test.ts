import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CHANNELS, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf, refusalOf } from './web-client.ts';

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.close());

describe('a token', () => {
  it('names its team and user in auth.test', async () => {
    expect(await clientOf(slack).auth.test()).toMatchObject({
      url: 'https://acme.slack.com/',
      team: 'Acme',
      team_id: slack.teamId,
      user: 'dealwire',
      user_id: slack.botUserId,
      bot_id: 'B00DEALWIR',
    });
    const person = slack.issueToken({ scopes: [], user: PEOPLE.kim.id });
    expect(await clientOf(slack, person).auth.test()).toMatchObject({ user: 'kim', user_id: PEOPLE.kim.id });
  });

  it('is told apart when missing, unknown, revoked or of somebody who left', async () => {
    const test = (token: string) => codeOf(clientOf(slack, token).auth.test());
    const anonymous = await fetch(`${slack.url}/api/auth.test`, { method: 'POST' });
    expect(await anonymous.json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await test('xoxb-unknown')).toBe('invalid_auth');
    const revoked = slack.issueToken({ scopes: [] });
    slack.revoke(revoked);
    expect(await test(revoked)).toBe('token_revoked');
    const kim = slack.issueToken({ scopes: [], user: PEOPLE.kim.id });
    slack.deactivate(PEOPLE.kim.id);
    expect(await test(kim)).toBe('account_inactive');
    slack.deactivate(slack.botUserId);
    expect(await test(slack.token)).toBe('account_inactive');
  });
});

describe('scopes', () => {
  it('are told in the headers, as the official client reads them', async () => {
    const client = clientOf(slack, slack.issueToken({ scopes: ['chat:write', 'users:read'] }));
    const answer = await client.users.info({ user: PEOPLE.kim.id });
    expect(answer.response_metadata).toMatchObject({
      scopes: ['chat:write', 'users:read'],
      acceptedScopes: ['users:read'],
    });
  });

  it.each([
    ['conversations.create', { name: 'x' }, 'channels:manage', ['groups:write']],
    ['conversations.create', { name: 'x', is_private: true }, 'groups:write', ['channels:manage']],
    ['chat.postMessage', { channel: CHANNELS.general, text: 'x' }, 'chat:write', []],
    ['chat.update', { channel: CHANNELS.general, ts: '1.0', text: 'x' }, 'chat:write', []],
    ['bookmarks.add', { channel_id: CHANNELS.general }, 'bookmarks:write', []],
    ['pins.add', { channel: CHANNELS.general }, 'pins:write', []],
    ['conversations.info', { channel: CHANNELS.general }, 'channels:read', ['groups:read']],
    ['conversations.open', { users: PEOPLE.kim.id }, 'im:write', []],
    [
      'conversations.invite',
      { channel: CHANNELS.general, users: PEOPLE.kim.id },
      'channels:manage,channels:write.invites',
      ['groups:write'],
    ],
    [
      'conversations.setTopic',
      { channel: CHANNELS.general, topic: 'x' },
      'channels:manage,channels:write.topic',
      ['channels:write.invites'],
    ],
  ])('are wanted by %s with %j: %s', async (method, options, needed, scopes) => {
    const client = clientOf(slack, slack.issueToken({ scopes }));
    expect(await refusalOf(client.apiCall(method, options))).toEqual({
      ok: false,
      error: 'missing_scope',
      needed,
      provided: scopes.join(','),
      response_metadata: expect.anything(),
    });
  });

  it('include the finer ones for inviting and for the topic', async () => {
    const { channel } = await clientOf(slack).conversations.create({ name: 'deal-x', is_private: true });
    const room = channel?.id ?? '';
    const client = clientOf(
      slack,
      slack.issueToken({ scopes: ['groups:write.invites', 'groups:write.topic'] }),
    );
    expect((await client.conversations.invite({ channel: room, users: PEOPLE.kim.id })).ok).toBe(true);
    expect((await client.conversations.setTopic({ channel: room, topic: 'x' })).ok).toBe(true);
    const finer = clientOf(
      slack,
      slack.issueToken({ scopes: ['channels:write.invites', 'channels:write.topic'] }),
    );
    const topic = finer.conversations.setTopic({ channel: CHANNELS.general, topic: 'x' });
    expect((await topic).ok).toBe(true);
    expect(
      await codeOf(finer.conversations.invite({ channel: CHANNELS.general, users: PEOPLE.kim.id })),
    ).toBe('already_in_channel');
  });
});
