import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { addRenewal } from '../sandbox/add-renewal.ts';
import { INITECH } from '../sandbox/salesforce/sample-org/account.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { renewalRisk } from '../sandbox/signal/renewal-risk.ts';
import { type LiveFlow, platforms, switchOn } from '../sandbox/signal/switch-on.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);

describe.each(platforms)('The blueprint for renewals at risk on %s', (platform) => {
  let run: LiveFlow;
  /** Runs the flow at an instant; answers the messages sent and the calls of polls and deliveries. */
  const at = async (instant: string) => {
    world.clock.set(instant);
    const before = posted().length;
    const { pollCalls, salesforceCalls } = await run();
    return { sent: posted().length - before, pollCalls, salesforceCalls };
  };

  it('tells CSMs on weekday mornings, each renewal once a month, and costs polls only on a quiet day', async () => {
    run = await switchOn(world, renewalRisk, platform);
    expect(await at('2026-11-20T22:30:00Z')).toEqual({ sent: 0, pollCalls: 0, salesforceCalls: 0 });
    expect(await at('2026-11-21T09:05:00Z')).toEqual({ sent: 0, pollCalls: 0, salesforceCalls: 0 });
    expect(await at('2026-11-23T08:50:00Z')).toEqual({ sent: 0, pollCalls: 0, salesforceCalls: 0 });
    // Ana hears of the renewal of Initech, the channel of the one without a CSM.
    expect(await at('2026-11-23T09:05:00Z')).toMatchObject({ sent: 2, salesforceCalls: 4 });
    expect(
      posted()
        .map(({ channel }) => channel)
        .sort(),
    ).toEqual([CHANNELS.general, expect.stringMatching(/^D/)]);
    expect(await at('2026-11-23T09:30:00Z')).toEqual({ sent: 0, pollCalls: 1, salesforceCalls: 0 });
    expect(await at('2026-11-24T09:05:00Z')).toEqual({ sent: 0, pollCalls: 1, salesforceCalls: 0 });
    addRenewal(world, 'Seats', { AccountId: INITECH });
    expect(await at('2026-11-25T09:05:00Z')).toMatchObject({ sent: 1, salesforceCalls: 2 });
    world.salesforce.update('Opportunity', sampleId('006', 207), { StageName: 'Closed Lost' });
    expect(await at('2026-12-01T09:05:00Z')).toMatchObject({ sent: 1, salesforceCalls: 2 });
    expect(posted().at(-1)?.text).toContain('Renewals at risk: 2');
  });
});
