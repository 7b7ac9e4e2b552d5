import { describe, expect, it } from '@jest/globals';
import { prepareSearch } from '../../shared/operation/perform-search.ts';
import { findSlackUser } from '../../shared/operation/search/find-slack-user.ts';
import { inWorld } from '../crash/every-call.ts';
import { runModule } from '../sandbox/make/run-module.ts';
import { DEACTIVATED, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { connectTo, runIn, type World } from '../sandbox/world.ts';
import { runOn } from './make.ts';

const find = (world: World, email: string, connection: Readonly<Record<string, unknown>> = {}) => {
  const run = runOn(world);
  return runModule({ ...run, connection: { ...run.connection, ...connection } }, 'findSlackUser', { email });
};

describe('The generated search Find Slack User', () => {
  it('finds a person, however the address is written, and returns the sample that the editor shows.', () =>
    inWorld(async (world) => {
      expect(await find(world, ' KIM@acme.example ')).toEqual([findSlackUser.operation.sample]);
      expect(world.slack.calls).toHaveLength(1);
      expect(world.salesforce.apiCalls).toBe(0);
    }));

  it('finds whom Zapier finds, and nobody where Zapier finds nobody.', () =>
    inWorld(async (world) => {
      const search = prepareSearch(findSlackUser);
      const emails = [...Object.values(PEOPLE), DEACTIVATED].map(({ email }) => email);
      for (const email of [...emails, 'nobody@acme.example', "o'neil@acme.example"])
        expect([email, await find(world, email)]).toEqual([
          email,
          await search(connectTo(world), { email }, runIn(world)),
        ]);
    }));

  it('returns nothing for an unknown address and for somebody who has left.', () =>
    inWorld(async (world) => {
      expect(await find(world, 'nobody@acme.example')).toEqual([]);
      expect(await find(world, DEACTIVATED.email)).toEqual([]);
    }));

  it('refuses an empty address before it asks.', () =>
    inWorld(async (world) => {
      await expect(find(world, ' ')).rejects.toMatchObject({
        type: 'DataError',
        message: expect.stringMatching(/^Email: it is empty\./),
      });
      expect(world.slack.calls).toHaveLength(0);
    }));

  it('stops the scenario for a token that lacks the scope, or that Slack no longer accepts.', () =>
    inWorld(async (world) => {
      const slackBotToken = world.slack.issueToken({ scopes: ['chat:write'] });
      await expect(find(world, PEOPLE.kim.email, { slackBotToken })).rejects.toMatchObject({
        type: 'InvalidConfigurationError',
        message: expect.stringContaining('users:read.email'),
      });
      await expect(find(world, PEOPLE.kim.email, { slackBotToken: 'xoxb-wrong' })).rejects.toMatchObject({
        type: 'InvalidAccessTokenError',
      });
    }));

  it('asks Make to come back when Slack is busy.', () =>
    inWorld(async (world) => {
      world.slack.failNext('users.lookupByEmail', { status: 429, retryAfter: 30 });
      await expect(find(world, PEOPLE.kim.email)).rejects.toMatchObject({ type: 'RateLimitError' });
    }));
});
