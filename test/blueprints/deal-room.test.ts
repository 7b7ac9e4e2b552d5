import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../sandbox/zapier/account.ts';
import { buildPackage } from '../sandbox/zapier/build-package.ts';
import { packageRuntime } from '../sandbox/zapier/package-runtime.ts';
import { type LiveBlueprint, runZapBlueprint, switchOnBlueprint } from '../sandbox/zapier/run-blueprint.ts';
import type { Zap, ZapNode } from '../sandbox/zapier/zap-export.ts';

const file = join(import.meta.dirname, '..', '..', 'blueprints', 'deal-room', 'zap.json');

let world: World;
let live: LiveBlueprint;

beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

/** Somebody changes the sample deal a minute later. */
function change(values: Readonly<Record<string, unknown>>): void {
  world.clock.advance(60_000);
  world.salesforce.update('Opportunity', DEMO_DEAL, values);
}

const win = () => change({ StageName: 'Closed Won' });
const reopen = () => change({ StageName: 'Negotiation/Review' });

function rooms() {
  return world.slack.channels().filter(({ creator }) => creator === world.slack.botUserId);
}

/** What stands in Slack once a deal is delivered. */
function expectOneRoom({ briefings = 1 } = {}): void {
  expect(rooms()).toMatchObject([{ name: 'deal-acme-corp-q3-new-customer', isPrivate: true }]);
  expect(world.slack.messages(rooms()[0]?.id)).toHaveLength(briefings);
}

describe('The deal room Zap', () => {
  it('opens one room for one task and three Salesforce calls, and nothing at the next poll', async () => {
    live = await switchOnBlueprint({
      world,
      file,
      edit: (zap) => editAction(zap, { se_field: 'SE__c', csm_field: 'CSM__c', team_roles: ['None'] }),
    });
    win();
    expect(await live.poll()).toMatchObject({
      outcome: 'delivered',
      tasks: 1,
      salesforceCalls: 3,
      pollCalls: 1,
    });
    expectOneRoom();
    expect(rooms()[0]?.members).toHaveLength(4);
    expect(await live.poll()).toMatchObject({
      outcome: 'unnoticed',
      runs: [],
      tasks: 0,
      salesforceCalls: 0,
      slackCalls: 0,
      pollCalls: 1,
    });
  });

  it('briefs the same room again when the deal is reopened and won a second time', async () => {
    live = await switchOnBlueprint({ world, file });
    win();
    await live.poll();
    reopen();
    expect(await live.poll()).toMatchObject({ outcome: 'unnoticed' });
    win();
    expect(await live.poll()).toMatchObject({ outcome: 'delivered', tasks: 1 });
    expectOneRoom({ briefings: 2 });
  });

  it('ignores what was won before it was switched on', async () => {
    win();
    live = await switchOnBlueprint({ world, file });
    expect(await live.poll()).toMatchObject({ outcome: 'unnoticed' });
    expect(rooms()).toEqual([]);
  });

  it('costs nothing for changes that do not count', async () => {
    live = await switchOnBlueprint({ world, file });
    change({ Amount: 80_000, NextStep: 'Sign' });
    change({ StageName: 'Proposal/Price Quote' });
    change({ StageName: 'Closed Lost' });
    expect(await live.poll()).toMatchObject({
      outcome: 'unnoticed',
      tasks: 0,
      salesforceCalls: 0,
      slackCalls: 0,
    });
  });

  it.each([
    ['a deal without an amount when somebody asked for one', null, '0'],
    ['a deal that is smaller than somebody asked for', 75_000, '100000'],
  ])('stops %s at its filter, at no cost', async (_, Amount, least) => {
    live = await switchOnBlueprint({ world, file, edit: (zap) => editFilter(zap, least) });
    change({ StageName: 'Closed Won', Amount });
    expect(await live.poll()).toMatchObject({
      outcome: 'filtered',
      reason: expect.stringContaining('add conditions of your own'),
      tasks: 0,
      salesforceCalls: 0,
      slackCalls: 0,
    });
  });

  it('skips a deal that has left the stage before the action runs', async () => {
    live = await switchOnBlueprint({ world, file });
    win();
    world.salesforce.intercept(({ body }) => {
      if (body.includes('"referenceId":"claim"')) {
        world.salesforce.intercept(undefined);
        reopen();
      }
      return undefined;
    });
    expect(await live.poll()).toMatchObject({ outcome: 'left', slackCalls: 0 });
    expect(rooms()).toEqual([]);
  });

  it('is on again after the Salesforce session has expired between two polls', async () => {
    live = await switchOnBlueprint({ world, file });
    win();
    world.salesforce.expireSessions();
    expect(await live.poll()).toMatchObject({ outcome: 'delivered', tasks: 1 });
    expectOneRoom();
  });

  it('goes on where it stopped when the Salesforce session expires in the middle of a run', async () => {
    live = await switchOnBlueprint({ world, file });
    win();
    world.slack.intercept(({ path }) => {
      if (path.endsWith('conversations.create')) world.salesforce.expireSessions();
      return undefined;
    });
    expect(await live.poll()).toMatchObject({ outcome: 'delivered', tasks: 1 });
    expectOneRoom();
  });

  it('is held when the Salesforce grant was revoked, and delivers once somebody has reconnected', async () => {
    live = await switchOnBlueprint({ world, file });
    win();
    world.salesforce.revokeGrants();
    expect(await live.poll()).toMatchObject({ outcome: 'held', tasks: 0, slackCalls: 0 });
    expect(live.zap.expired()).toContain('invalid_grant');
    live.zap.reconnect(storedValuesOf(world));
    expect(await live.poll()).toMatchObject({ outcome: 'delivered', tasks: 1 });
    expectOneRoom();
  });

  it.each([
    'conversations.create',
    'users.lookupByEmail',
    'chat.postMessage',
  ])('waits as long as Slack asks before %s, and delivers once', async (method) => {
    live = await switchOnBlueprint({ world, file });
    win();
    world.slack.failNext(method, { status: 429, retryAfter: 40 });
    const before = world.clock.now();
    expect(await live.poll()).toMatchObject({ outcome: 'delivered', tasks: 1 });
    expect(world.clock.now() - before).toBeGreaterThanOrEqual(40_000);
    expectOneRoom();
  });

  it('is held when the bot token was revoked, says what to reconnect, and delivers afterwards', async () => {
    live = await switchOnBlueprint({ world, file });
    win();
    world.slack.intercept(({ path }) =>
      path.endsWith('users.lookupByEmail')
        ? new Response('{"ok":false,"error":"token_revoked"}', {
            headers: { 'content-type': 'application/json' },
          })
        : undefined,
    );
    expect(await live.poll()).toMatchObject({
      outcome: 'held',
      tasks: 0,
      reason:
        'Slack no longer accepts the bot token (token_revoked). Reconnect the Dealwire connection with the Bot User OAuth Token of the reinstalled Slack app.',
    });
    world.slack.intercept(undefined);
    live.zap.reconnect(storedValuesOf(world));
    expect(await live.release()).toMatchObject({ outcome: 'delivered', tasks: 1 });
    expectOneRoom();
  });

  it('opens one room when two Zaps of one delivery name watch the same org', async () => {
    const both = [await switchOnBlueprint({ world, file }), await switchOnBlueprint({ world, file })];
    win();
    const outcomes = [];
    for (const each of both) outcomes.push((await each.poll()).outcome);
    expect(outcomes).toEqual(['delivered', 'already_delivered']);
    expectOneRoom();
  });

  it('runs from the built package as it runs from the source', async () => {
    const runtime = await packageRuntime(await buildPackage(), settingsFor(world));
    try {
      const run = await runZapBlueprint({ world, file, change: win, runtime });
      expect(run).toMatchObject({ outcome: 'delivered', tasks: 1, salesforceCalls: 3, pollCalls: 1 });
    } finally {
      await runtime.close();
    }
    expectOneRoom();
  }, 120_000);
});

function edited(zap: Zap, id: string, params: (node: ZapNode) => ZapNode['params']): Zap {
  const node = zap.nodes[id];
  if (node === undefined) throw new Error(`There is no step ${id}.`);
  return { ...zap, nodes: { ...zap.nodes, [id]: { ...node, params: params(node) } } };
}

function editAction(zap: Zap, more: Readonly<Record<string, unknown>>): Zap {
  return edited(zap, '3', ({ params }) => ({ ...params, ...more }));
}

/** The Zap after a person added a condition on the amount to its filter, in the group that is there. */
function editFilter(zap: Zap, least: string): Zap {
  return edited(zap, '2', ({ params }) => {
    const criteria = params.filter_criteria as readonly { readonly group: number }[];
    const added = { ...criteria[0], id: 1, key: '1__amount' };
    return {
      filter_criteria: [
        ...criteria,
        { ...added, match: 'iexist', value: '' },
        { ...added, match: 'igreater', value: least },
      ],
    };
  });
}
