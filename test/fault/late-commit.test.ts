import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEAL } from '../crash/deal.ts';
import { on, platforms, pollOnMake } from '../operation/platform.ts';
import { startState } from '../sandbox/make/run-trigger.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { ROLLOUT } from '../sandbox/salesforce/sample-org/project.ts';
import { startWorld, type World } from '../sandbox/world.ts';

const SECOND = 1000;
const LATE = 90 * SECOND;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const events = [
  {
    trigger: 'opportunity_entered_stage',
    inputs: {},
    record: DEAL,
    change: () => world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' }),
  },
  {
    trigger: 'case_escalated',
    inputs: {},
    record: LOGIN_LOOP,
    change: () => world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true }),
  },
  {
    trigger: 'record_entered_state',
    inputs: { object: 'Project__c', field: 'Status__c', values: ['At Risk'] },
    record: ROLLOUT,
    change: () => world.salesforce.update('Project__c', ROLLOUT, { Status__c: 'At Risk' }),
  },
] as const;

/** Two polls a minute apart; the second one returns what the first did not. */
async function polls(
  platform: (typeof platforms)[number],
  trigger: string,
  inputs: object,
  between: () => void,
) {
  if (platform === 'zapier') {
    const notice = () => on('zapier', world).notice(trigger, { ...inputs });
    const before = new Set((await notice()).map(({ id }) => id));
    between();
    return (await notice()).filter(({ id }) => !before.has(id));
  }
  const first = await pollOnMake(
    world,
    trigger,
    { ...inputs },
    startState('now', world.clock.now() - 600 * SECOND),
  );
  between();
  return (await pollOnMake(world, trigger, { ...inputs }, first.state)).bundles;
}

describe.each(platforms)('On %s', (platform) => {
  it.each(
    events,
  )('$trigger finds a change that was committed 90 seconds late, after a poll had passed its time', async ({
    trigger,
    inputs,
    record,
    change,
  }) => {
    world.clock.advance(600 * SECOND);
    const found = await polls(platform, trigger, inputs, () => {
      const now = world.clock.now();
      world.clock.set(new Date(now - LATE).toISOString());
      change();
      world.clock.set(new Date(now + 60 * SECOND).toISOString());
    });
    expect(found.filter(({ record_id }) => record_id === record)).toHaveLength(1);
  });
});
