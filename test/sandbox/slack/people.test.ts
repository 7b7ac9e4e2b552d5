import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { DEACTIVATED, GUEST, PEOPLE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import { clientOf, codeOf, refusalOf } from './web-client.ts';

let slack: SlackStandIn;
let client: WebClient;
beforeEach(async () => {
  slack = await startSlack();
  client = clientOf(slack);
});
afterEach(() => slack.close());

describe('users.lookupByEmail', () => {
  const lookup = (email: string) => client.users.lookupByEmail({ email });

  it('finds an active person', async () => {
    const { user } = await lookup(PEOPLE.ana.email);
    expect(user).toMatchObject({ id: PEOPLE.ana.id, name: 'ana', profile: { email: PEOPLE.ana.email } });
    expect((await lookup(GUEST.email)).user).toMatchObject({
      is_restricted: true,
      is_ultra_restricted: true,
    });
  });

  it('finds neither strangers, nor the deactivated, nor another spelling', async () => {
    expect(await codeOf(lookup('nora@acme.example'))).toBe('users_not_found');
    expect(await codeOf(lookup(DEACTIVATED.email))).toBe('users_not_found');
    expect(await codeOf(lookup('Ana@acme.example'))).toBe('users_not_found');
    expect(await codeOf(lookup(''))).toBe('users_not_found');
    slack.deactivate(PEOPLE.ana.id);
    expect(await codeOf(lookup(PEOPLE.ana.email))).toBe('users_not_found');
  });
});

describe('users.info', () => {
  it('still shows who was deactivated, without time zone and roles', async () => {
    slack.deactivate(PEOPLE.kim.id);
    const { user } = await client.users.info({ user: PEOPLE.kim.id });
    expect(user).toEqual({
      id: PEOPLE.kim.id,
      team_id: 'T00ACME001',
      name: 'kim',
      deleted: true,
      is_bot: false,
      profile: {
        real_name: 'Kim Ro',
        display_name: 'kim',
        title: 'Account Executive',
        email: PEOPLE.kim.email,
      },
    });
    expect((await client.users.info({ user: DEACTIVATED.id })).user?.deleted).toBe(true);
    expect((await client.users.info({ user: PEOPLE.ana.id })).user).toMatchObject({
      deleted: false,
      real_name: 'Ana Lee',
      tz: 'America/Los_Angeles',
      is_restricted: false,
    });
    expect(await codeOf(client.users.info({ user: 'U00NOBODY0' }))).toBe('user_not_found');
  });

  it('shows the address only with its scope', async () => {
    const reader = clientOf(slack, slack.issueToken({ scopes: ['users:read'] }));
    expect((await reader.users.info({ user: PEOPLE.kim.id })).user?.profile?.email).toBeUndefined();
    expect((await client.users.info({ user: PEOPLE.kim.id })).user?.profile?.email).toBe(PEOPLE.kim.email);
    const call = reader.users.lookupByEmail({ email: PEOPLE.kim.email });
    expect(await refusalOf(call)).toMatchObject({ needed: 'users:read.email', provided: 'users:read' });
  });
});
