import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { CHANNELS, DEACTIVATED, GUEST, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf, refusalOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;
let room: string;
beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
  room = (await client.conversations.create({ name: 'deal-acme', is_private: true })).channel?.id ?? '';
});
afterEach(() => slack.close());

const invite = (users: readonly string[], channel = room) =>
  client.conversations.invite({ channel, users: users.join(',') });
const members = () => slack.channels().find(({ id }) => id === room)?.members;

describe('conversations.invite', () => {
  it('adds everybody named, once each', async () => {
    const answer = await invite([PEOPLE.kim.id, PEOPLE.sam.id, PEOPLE.kim.id]);
    expect(answer.channel?.id).toBe(room);
    expect(members()).toEqual([slack.botUserId, PEOPLE.kim.id, PEOPLE.sam.id]);
  });

  it('adds nobody when one person cannot be added, and names each with a code', async () => {
    await invite([PEOPLE.kim.id]);
    const refused = await refusalOf(
      invite([PEOPLE.sam.id, 'U00NOBODY0', DEACTIVATED.id, PEOPLE.kim.id, slack.botUserId, GUEST.id]),
    );
    expect(refused).toMatchObject({
      ok: false,
      error: 'user_not_found',
      errors: [
        { user: 'U00NOBODY0', ok: false, error: 'user_not_found' },
        { user: DEACTIVATED.id, ok: false, error: 'user_not_found' },
        { user: PEOPLE.kim.id, ok: false, error: 'already_in_channel' },
        { user: slack.botUserId, ok: false, error: 'cant_invite_self' },
        { user: GUEST.id, ok: false, error: 'ura_max_channels' },
      ],
    });
    expect(members()).toEqual([slack.botUserId, PEOPLE.kim.id]);
  });

  it('adds the others with force, and says who was left out', async () => {
    const answer = await client.conversations.invite({
      channel: room,
      users: `${PEOPLE.sam.id},${DEACTIVATED.id}`,
      force: true,
    });
    expect(answer).toMatchObject({ ok: true, errors: [{ user: DEACTIVATED.id, error: 'user_not_found' }] });
    expect(members()).toEqual([slack.botUserId, PEOPLE.sam.id]);
    const nobody = client.conversations.invite({ channel: room, users: DEACTIVATED.id, force: true });
    expect(await codeOf(nobody)).toBe('user_not_found');
  });

  it('refuses the call as a whole with its own code', async () => {
    const hundred = Array.from({ length: 101 }, (_, index) => `U${index}`);
    expect(await codeOf(invite([]))).toBe('no_user');
    expect(await codeOf(invite(hundred))).toBe('too_many_users');
    expect(await codeOf(invite([PEOPLE.kim.id], 'C00NOWHERE'))).toBe('channel_not_found');
    expect(await codeOf(invite([PEOPLE.kim.id], CHANNELS.leadership))).toBe('channel_not_found');
    expect(await codeOf(invite([PEOPLE.kim.id], CHANNELS.random))).toBe('not_in_channel');
    await client.conversations.archive({ channel: room });
    expect(await codeOf(invite([PEOPLE.kim.id]))).toBe('is_archived');
  });

  it('refuses a guest who invites', async () => {
    const guest = clientOf(slack, slack.issueToken({ scopes: ['channels:manage'], user: GUEST.id }));
    const call = guest.conversations.invite({ channel: CHANNELS.partners, users: PEOPLE.ana.id });
    expect(await codeOf(call)).toBe('user_is_restricted');
  });

  it('does not read a list that was sent as JSON', async () => {
    const users = JSON.stringify([PEOPLE.kim.id]);
    expect(await codeOf(client.conversations.invite({ channel: room, users }))).toBe('user_not_found');
  });
});
