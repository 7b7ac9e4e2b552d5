import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startWorld, type World } from '../world.ts';
import { newLead } from './new-lead.ts';
import { runSignal } from './run-signal.ts';
import { shareWorld } from './share-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

it('A signal that both platforms notice in one world is delivered once', async () => {
  const [zapier, make] = shareWorld(world, newLead.phases.length);
  const runs = await Promise.all([
    runSignal(newLead, 'zapier', { shared: zapier }),
    runSignal(newLead, 'make', { shared: make }),
  ]);
  expect(runs.map(({ outcome }) => outcome)).toEqual(['delivered', 'already_delivered']);
  expect(world.slack.messages()).toHaveLength(1);
});

it('A run whose partner fails goes on alone', async () => {
  const [zapier, make] = shareWorld(world, newLead.phases.length);
  const runs = await Promise.allSettled([
    runSignal(newLead, 'zapier', { shared: zapier, changed: { LastName: null } }),
    runSignal(newLead, 'make', { shared: make }),
  ]);
  expect(runs.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
