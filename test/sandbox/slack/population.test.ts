import { afterEach, describe, expect, it } from '@jest/globals';
import { crowd, crowdChannelName, crowdEmail, crowdUserId } from './population.ts';
import { SAMPLE_WORKSPACE } from './sample-workspace.ts';
import { type SlackStandIn, startSlack } from './slack.ts';
import type { Computed } from './store/computed.ts';
import { clientOf, codeOf } from './web-client.ts';

let slack: SlackStandIn;
afterEach(() => slack.close());

describe('a workspace of 350,000 people and 100,000 channels', () => {
  it('makes no row to start, and only those that a call asks for', async () => {
    let made = 0;
    const counted = <Fields>(rows: Computed<Fields> | undefined): Computed<Fields> | undefined =>
      rows && {
        ...rows,
        at: (index) => {
          made += 1;
          return rows.at(index);
        },
      };
    const { users, channels } = crowd(SAMPLE_WORKSPACE.team.id, { users: 350_000, channels: 100_000 });
    const population = { users: counted(users), channels: counted(channels) };
    slack = await startSlack({ seed: { ...SAMPLE_WORKSPACE, population } });
    const client = clientOf(slack);
    expect(made).toBe(0);

    const last = 349_999;
    const { user } = await client.users.lookupByEmail({ email: crowdEmail(last) });
    expect(user).toMatchObject({ id: crowdUserId(last), real_name: 'Person 349999' });
    expect(await codeOf(client.users.lookupByEmail({ email: crowdEmail(last + 1) }))).toBe('users_not_found');
    expect(await codeOf(client.conversations.create({ name: crowdChannelName(99_999) }))).toBe('name_taken');
    const { channel } = await client.conversations.create({ name: 'deal-acme', is_private: true });
    const people = [0, 1, last].map(crowdUserId);
    await client.conversations.invite({ channel: channel?.id ?? '', users: people.join(',') });
    await client.chat.postMessage({ channel: crowdUserId(7), text: 'Hello' });
    expect(slack.channels().at(-1)?.members).toEqual([slack.botUserId, ...people]);
    expect(made).toBeLessThan(30);
  });

  it('keeps what was changed in it', async () => {
    const population = crowd(SAMPLE_WORKSPACE.team.id, { users: 10, channels: 10 });
    slack = await startSlack({ seed: { ...SAMPLE_WORKSPACE, population } });
    slack.deactivate(crowdUserId(3));
    const client = clientOf(slack);
    expect(await codeOf(client.users.lookupByEmail({ email: crowdEmail(3) }))).toBe('users_not_found');
    expect((await client.users.info({ user: crowdUserId(3) })).user?.deleted).toBe(true);
  });
});
