import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { actions, searches } from '../../shared/operation/operations.ts';
import { sampleOrg } from '../sandbox/salesforce/sample-org/sample-org.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const checkSetUp = searches.find(({ operation }) => operation.key === 'check_set_up');

describe.each(platforms)('Check Set-up on %s', (platform) => {
  const check = async (inputs: Readonly<Record<string, unknown>> = {}) => {
    const [item, ...others] = await on(platform, world).find('check_set_up', inputs);
    expect(others).toEqual([]);
    return item ?? {};
  };
  const report = async (inputs: Readonly<Record<string, unknown>> = {}) =>
    String((await check(inputs)).report);

  it('returns the sample that the editor shows where everything is in order, and changes nothing', async () => {
    const { api_calls_left: left, ...item } = await check();
    const { api_calls_left: _, ...sample } = checkSetUp?.operation.sample ?? {};
    expect(item).toEqual(sample);
    expect(left).toBeGreaterThan(99_000);
    expect(world.salesforce.records('Dealwire_Delivery__c')).toEqual([]);
    expect(world.slack.messages()).toEqual([]);
  });

  it('asks Salesforce once for the org and once for each chosen signal, and Slack once for each channel', async () => {
    world.salesforce.forget();
    world.slack.forget();
    await check({ signals: ['deal-room', 'new-lead'], channels: [CHANNELS.general] });
    expect(world.salesforce.apiCalls).toBe(3);
    expect(world.slack.calls.map(({ path }) => path)).toEqual(['/api/conversations.info', '/api/auth.test']);
  });

  it('offers every signal that is delivered', () => {
    const [signals] = checkSetUp?.operation.inputs ?? [];
    expect(Object.keys(signals?.choices ?? {})).toEqual([
      ...new Set(actions.map(({ delivery }) => delivery.name)),
    ]);
  });

  it('names a field that a chosen signal reads and the user may not, and leaves other signals alone', async () => {
    world.salesforce.features.hiddenFields = new Set(['Lead.Rating']);
    const item = await check();
    expect(item).toMatchObject({ is_ready: false, problems: 1, notices: 0 });
    expect(item.report).toMatch(
      /^Problem \(rows\): The signal new-lead cannot read Lead: .*No such column 'Rating' on entity 'Lead'.* Assign the permission set Dealwire Core .*Set Field-Level Security\.$/,
    );
    expect(await check({ signals: ['deal-room'] })).toMatchObject({ is_ready: true });
  });

  it('names an object that is not there', async () => {
    world.salesforce.features.hiddenObjects = new Set(['Case']);
    expect(await report()).toMatch(/^Problem \(rows\): The signal case-escalation cannot read Case: /);
  });

  it('only mentions a feature that is off', async () => {
    world.salesforce.features.accountTeams = false;
    const item = await check();
    expect(item).toMatchObject({ is_ready: true, problems: 0, notices: 2 });
    expect(item.report).toMatch(/^Notice \(rows\): Account Teams is off/);
  });

  it('names the package where the ledger is missing', async () => {
    world.salesforce.features.ledger = false;
    expect(await report()).toMatch(/^Problem \(ledger\): .*Deploy the Dealwire package to this org/);
  });

  it('tells a required scope that is missing from an optional one', async () => {
    const scopes = ['chat:write', 'groups:write', 'groups:read', 'users:read', 'users:read.email'];
    Object.assign(world.slack, { token: world.slack.issueToken({ scopes }) });
    const text = await report({ signals: ['deal-room'] });
    expect(text).toMatch(/^Problem \(scopes\): The bot token lacks the scope bookmarks:read/);
    expect(text).toContain('Add pins:write under OAuth & Permissions of the Slack app, reinstall it');
    expect(text).toMatch(/\nNotice \(scopes\): .*channels:history.* Without it: the input If Unsure decides/);
    expect(text).not.toContain('usergroups:read');
  });

  it.each([
    [CHANNELS.leadership, 'Slack shows the bot no channel C00LEADERS\\..*/invite @Dealwire'],
    [CHANNELS.oldDeals, 'The channel #deal-archive is archived\\. Unarchive it'],
    ['C00NOTHERE', 'Slack shows the bot no channel C00NOTHERE\\.'],
  ])('names a channel that a message cannot go to: %s', async (channel, text) => {
    expect(await report({ channels: [CHANNELS.general, channel] })).toMatch(
      new RegExp(`^Problem \\(channels\\): ${text}`),
    );
  });

  it('takes a public channel without the bot where the bot may post everywhere', async () => {
    expect(await check({ channels: [CHANNELS.random] })).toMatchObject({ is_ready: true });
    const scopes = ['chat:write', 'channels:read'];
    Object.assign(world.slack, { token: world.slack.issueToken({ scopes }) });
    expect(await report({ channels: [CHANNELS.random] })).toContain(
      'Problem (channels): The bot is not in the channel #random. Open the channel in Slack and send: /invite @Dealwire.',
    );
  });

  it('compares what polling takes with what is left of the allowance', async () => {
    world.salesforce.apiUsage.used = 99_000;
    const signals = ['new-lead'];
    expect(await report({ signals, interval: '1' })).toMatch(
      /^Problem \(allowance\): Polling takes 1,440 API calls in 24 hours; of the org’s 100,000 only 99\d are left\./,
    );
    expect(await check({ signals, interval: '15' })).toMatchObject({ is_ready: true });
  });

  it('says that a small edition has to poll', async () => {
    await world.close();
    const [organization] = sampleOrg.Organization ?? [];
    const small = { ...organization, OrganizationType: 'Professional Edition' };
    world = await startWorld({ seed: { ...sampleOrg, Organization: [small] } });
    const item = await check();
    expect(item).toMatchObject({ is_ready: true, notices: 1, edition: 'Professional Edition' });
    expect(item.report).toMatch(
      /^Notice \(edition\): Professional Edition has neither, so only polling works there\. Use the polling triggers/,
    );
  });

  it('ends in the error of the connection where there is none', async () => {
    world.slack.revoke(world.slack.token);
    expect(await on(platform, world).failure(check())).toMatchObject({
      kind: 'stops',
      message: expect.stringContaining('Bot User OAuth Token'),
    });
  });
});
