import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { blueprints } from '../../blueprints/blueprints.ts';
import { variantsOf } from '../../blueprints/variant.ts';
import type { Demo } from '../sandbox/signal/demo.ts';
import { demos } from '../sandbox/signal/demos.ts';
import { type Platform, platforms, switchOn } from '../sandbox/signal/switch-on.ts';
import { startWorld, type World } from '../sandbox/world.ts';

/** Every signal that Salesforce can tell of itself. */
const pushed = demos.filter(({ signal }) =>
  blueprints.some((each) => each.name === signal && variantsOf(each).some(({ name }) => name === 'push')),
);

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

/** The first thing that happens in a demo. */
function happen(demo: Demo): void {
  const [first] = demo.phases;
  if (first === undefined) throw new Error(`The demo of ${demo.signal} is empty.`);
  first.change(world);
}
const on = (demo: Demo, platform: Platform, flow?: string) =>
  switchOn(world, demo, platform, flow === undefined ? {} : { flow, variant: 'push' });
const messages = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);

it('Some signals are told by Salesforce itself', () => {
  expect(pushed.map(({ signal }) => signal)).toContain('deal-room');
});

describe.each(platforms)('The flow that reconciles on %s', (platform) => {
  it.each(pushed)('delivers once what the push of $signal missed', async (demo) => {
    const push = await on(demo, platform, 'push');
    const reconcile = await on(demo, platform, 'reconcile');
    world.salesforce.push.triggers = [];
    happen(demo);
    expect(await push()).toMatchObject({ outcome: 'unnoticed' });
    expect(await reconcile()).toMatchObject({ outcome: 'delivered' });
    expect(await reconcile()).toMatchObject({ outcome: 'unnoticed' });
    expect(messages()).toHaveLength(1);
  });

  it.each(
    pushed.slice(0, 1),
  )('leaves alone what happened to $signal before it was switched on', async (demo) => {
    happen(demo);
    world.clock.advance(60_000);
    const push = await on(demo, platform, 'push');
    const reconcile = await on(demo, platform, 'reconcile');
    expect(await push()).toMatchObject({ outcome: 'unnoticed' });
    expect(await reconcile()).toMatchObject({ outcome: 'unnoticed' });
    expect(messages()).toEqual([]);
  });
});

it.each(
  pushed,
)('Pushes, polls and reconciling flows of $signal on both platforms deliver it once', async (demo) => {
  const flows = [];
  for (const platform of platforms)
    for (const flow of ['push', undefined, 'reconcile']) flows.push(await on(demo, platform, flow));
  happen(demo);
  const outcomes = await Promise.all(flows.map((run) => run()));
  world.clock.advance(11 * 60_000);
  for (const run of flows) await run();
  expect(outcomes.filter(({ outcome }) => outcome === 'delivered').length).toBeLessThanOrEqual(1);
  expect(messages()).toHaveLength(1);
});

it('A flow that reconciles on zapier delivers what happened while it was off, and nothing from before the first delivery', async () => {
  const [old, first, missed] = ['006xx0000000204AAA', '006xx0000000205AAA', '006xx0000000206AAA'];
  const win = (deal = '') => {
    world.clock.advance(60_000);
    world.salesforce.update('Opportunity', deal, { StageName: 'Closed Won' });
    world.clock.advance(60_000);
  };
  const deal = pushed.find(({ signal }) => signal === 'deal-room');
  if (deal === undefined) throw new Error('The deal room is not pushed.');
  win(old);
  const push = await on(deal, 'zapier', 'push');
  win(first);
  expect(await push()).toMatchObject({ outcome: 'delivered' });
  world.salesforce.push.triggers = [];
  win(missed);
  expect(await push()).toMatchObject({ outcome: 'unnoticed' });
  const reconcile = await on(deal, 'zapier', 'reconcile');
  expect(await reconcile()).toMatchObject({ outcome: 'delivered', tasks: 1 });
  expect(await reconcile()).toMatchObject({ outcome: 'unnoticed', tasks: 0 });
  const told = world.salesforce.records('Dealwire_Delivery__c').map(({ Record_Id__c }) => Record_Id__c);
  expect(new Set(told)).toEqual(new Set([first, missed]));
});
