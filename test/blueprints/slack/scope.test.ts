import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appScopes } from '../../../blueprints/slack/app-scope.ts';
import { slackManifest } from '../../../blueprints/slack/manifest.ts';
import * as operations from '../../../shared/operation/operations.ts';
import { slackCalls } from '../../../shared/operation/slack-calls.ts';
import { connectSlack } from '../../../shared/slack/client.ts';
import { scopesOf } from '../../../shared/slack/method-scope.ts';
import { CHANNELS, PEOPLE } from '../../sandbox/slack/sample-workspace.ts';
import { type SlackStandIn, startSlack } from '../../sandbox/slack/slack.ts';

const { bot } = slackManifest().oauth_config.scopes;
const methods = slackCalls(operations).map(({ method }) => method);

let slack: SlackStandIn;
let room: string;
let direct: string;
beforeAll(async () => {
  slack = await startSlack();
  const call = connectSlack({ token: slack.token, apiUrl: `${slack.url}/api/` });
  const created = await call('conversations.create', { name: 'private-room', is_private: true });
  room = (created.channel as { readonly id: string }).id;
  const opened = await call('conversations.open', { users: PEOPLE.kim.id });
  direct = (opened.channel as { readonly id: string }).id;
});
afterAll(() => slack.close());

/** Calls that Slack answers only with the scope they stand for, one for each method that asks for it. */
const calls: Readonly<Record<string, readonly (() => readonly [string, object])[]>> = {
  'bookmarks:read': [() => ['bookmarks.list', { channel_id: room }]],
  'bookmarks:write': [
    () => ['bookmarks.add', { channel_id: room, title: 'x', type: 'link', link: 'https://a.example' }],
  ],
  'channels:history': [
    () => ['conversations.history', { channel: CHANNELS.wins }],
    () => ['conversations.replies', { channel: CHANNELS.wins, ts: '1' }],
  ],
  'channels:manage': [
    () => ['conversations.create', { name: 'public-room' }],
    () => ['conversations.invite', { channel: CHANNELS.wins, users: PEOPLE.kim.id }],
    () => ['conversations.setTopic', { channel: CHANNELS.wins, topic: 'x' }],
  ],
  'channels:read': [
    () => ['conversations.info', { channel: CHANNELS.wins }],
    () => ['users.conversations', { types: 'public_channel' }],
  ],
  'chat:write': [
    () => ['chat.postEphemeral', { channel: CHANNELS.wins, user: PEOPLE.kim.id, text: 'x' }],
    () => ['chat.postMessage', { channel: CHANNELS.wins, text: 'x' }],
    () => ['chat.update', { channel: CHANNELS.wins, ts: '1', text: 'x' }],
  ],
  'groups:history': [
    () => ['conversations.history', { channel: room }],
    () => ['conversations.replies', { channel: room, ts: '1' }],
  ],
  'groups:read': [
    () => ['conversations.info', { channel: room }],
    () => ['users.conversations', { types: 'private_channel' }],
  ],
  'groups:write': [
    () => ['conversations.create', { name: 'another-room', is_private: true }],
    () => ['conversations.invite', { channel: room, users: PEOPLE.kim.id }],
    () => ['conversations.setTopic', { channel: room, topic: 'x' }],
  ],
  'im:history': [
    () => ['conversations.history', { channel: direct }],
    () => ['conversations.replies', { channel: direct, ts: '1' }],
  ],
  'im:write': [() => ['conversations.open', { users: PEOPLE.sam.id }]],
  'pins:write': [() => ['pins.add', { channel: CHANNELS.wins, timestamp: '1' }]],
  'usergroups:read': [() => ['usergroups.list', {}]],
  'users:read.email': [() => ['users.lookupByEmail', { email: PEOPLE.kim.email }]],
};

/** Scopes that Slack wants for another reason than a method that is refused without them. */
const otherwise = {
  'chat:write.public': 'not_in_channel',
  'users:read': 'Slack grants users:read.email only beside it',
};

describe('The scopes of the app', () => {
  it('are those of the sandbox, so that everything that runs there runs with them and no other', async () => {
    const headers = { authorization: `Bearer ${slack.token}` };
    const answer = await fetch(`${slack.url}/api/auth.test`, { method: 'POST', headers });
    const granted = (answer.headers.get('x-oauth-scopes') ?? '').split(',').map((scope) => scope.trim());
    expect(granted.sort()).toEqual([...bot].sort());
  });

  it.each(methods)('cover %s', (method) => {
    const asked = scopesOf(method);
    expect(asked.filter((scope) => !bot.includes(scope))).toEqual([]);
  });

  it.each(bot)('have in %s one that a method of the operations is refused without', async (scope) => {
    if (scope in otherwise) return;
    const without = slack.issueToken({ scopes: bot.filter((other) => other !== scope) });
    const asking = methods.filter((method) => scopesOf(method).includes(scope));
    const tried = (calls[scope] ?? []).map((call) => call());
    expect(tried.map(([method]) => method).sort()).toEqual(asking.sort());
    for (const [method, body] of tried) {
      const answers = async (token: string) =>
        (await connectSlack({ token, apiUrl: `${slack.url}/api/` })(method, body as Record<string, unknown>))
          .error;
      expect([method, await answers(without)]).toEqual([method, 'missing_scope']);
      expect([method, await answers(slack.token)]).not.toEqual([method, 'missing_scope']);
    }
  });

  it('have in chat:write.public what lets the bot post where it is not', async () => {
    const post = async (token: string) => {
      const call = connectSlack({ token, apiUrl: `${slack.url}/api/` });
      return (await call('chat.postMessage', { channel: CHANNELS.random, text: 'x' })).error;
    };
    const scopes = bot.filter((scope) => scope !== 'chat:write.public');
    expect(await post(slack.issueToken({ scopes }))).toBe(otherwise['chat:write.public']);
    expect(await post(slack.token)).toBeUndefined();
  });

  it('name the operations that need them', () => {
    const found = appScopes().find(({ scope }) => scope === 'users:read.email');
    expect(found?.methods).toEqual(['users.lookupByEmail']);
    expect(found?.callers).toContain('Find Slack User');
  });

  it('cannot be worked out for a method that nobody described', () => {
    expect(() => scopesOf('chat.delete')).toThrow('which scopes chat.delete asks for');
  });
});
