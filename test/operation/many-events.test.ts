import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { startState } from '../sandbox/make/run-trigger.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, pollOnMake } from './platform.ts';

const MANY = 450;

let world: World;
beforeEach(async () => {
  world = await startWorld();
  world.salesforce.limits.pageSize = 200;
  world.clock.advance(60_000);
});
afterEach(() => world.close());

/** Escalates many cases, some of them in the same second. */
function escalateMany(): readonly string[] {
  return Array.from({ length: MANY }, (_, number) => {
    if (number % 7 === 0) world.clock.advance(1000);
    return world.salesforce.insert('Case', { Subject: `Down ${number}`, IsEscalated: true });
  });
}

it('A poll on zapier that finds more than a page of cases reads the other pages too', async () => {
  const ids = escalateMany();
  const before = world.salesforce.apiCalls;
  const found = await on('zapier', world).notice('case_escalated');
  expect(world.salesforce.apiCalls - before).toBeLessThanOrEqual(7);
  expect(found.map(({ record_id }) => record_id)).toEqual(expect.arrayContaining([...ids]));
});

it('Polls on make that find more than a page of cases take them page by page, oldest first, and lose none', async () => {
  let state = startState('now', world.clock.now());
  const ids = escalateMany();
  world.clock.advance(3 * 60_000);
  const taken: unknown[] = [];
  for (;;) {
    const poll = await pollOnMake(world, 'case_escalated', { limit: 100 }, state);
    if (poll.bundles.length === 0) break;
    taken.push(...poll.bundles.map(({ record_id }) => record_id));
    state = poll.state;
  }
  expect(taken).toEqual(ids);
});
