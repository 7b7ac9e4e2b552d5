import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { switchOnScenario } from '../sandbox/make/run-blueprint.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { setParam } from '../sandbox/zapier/edit-zap.ts';
import { switchOnBlueprint } from '../sandbox/zapier/run-blueprint.ts';

const folder = join(import.meta.dirname, '..', '..', 'blueprints', 'forecast-digest');
const MONDAY = Date.parse('2026-11-23T09:00:00Z');
const WEEK = 7 * 24 * 60 * 60_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages(CHANNELS.forecast);

describe('The forecast Zap', () => {
  it('sends one digest each Monday for one task and three Salesforce calls, and none in between', async () => {
    const { waitForSchedule, poll } = await switchOnBlueprint({
      world,
      file: join(folder, 'zap.json'),
      edit: (zap) => setParam(zap, 2, 'channel', CHANNELS.forecast),
    });
    const cost = { tasks: 1, salesforceCalls: 3, slackCalls: 1, pollCalls: 0 };
    expect(await waitForSchedule()).toMatchObject({ outcome: 'delivered', ...cost });
    expect(world.clock.now()).toBe(MONDAY);
    expect(await poll()).toMatchObject({ outcome: 'unnoticed', salesforceCalls: 0 });
    expect(await waitForSchedule()).toMatchObject({ outcome: 'delivered', ...cost });
    expect(world.clock.now()).toBe(MONDAY + WEEK);
    expect(posted()).toHaveLength(2);
  });

  it('stops, and says why, until somebody chose where the digest goes', async () => {
    const { waitForSchedule } = await switchOnBlueprint({ world, file: join(folder, 'zap.json') });
    expect(await waitForSchedule()).toMatchObject({
      outcome: 'halted',
      reason: expect.stringContaining('Choose a channel, or fill in who gets the message.'),
    });
  });
});

describe('The forecast scenario', () => {
  const switchOn = () =>
    switchOnScenario({
      world,
      file: join(folder, 'scenario.json'),
      edit: (blueprint) => {
        const { flow, ...rest } = blueprint as { readonly flow: readonly { readonly mapper: object }[] };
        return {
          ...rest,
          flow: flow.map((module) => ({
            ...module,
            mapper: { ...module.mapper, channel: CHANNELS.forecast },
          })),
        };
      },
      schedule: { scheduling: { type: 'weekly', weekday: 1, time: '09:00' }, timezone: 'UTC' },
    });

  it('sends one digest each Monday for one operation and three Salesforce calls', async () => {
    const { run } = switchOn();
    const cost = { operations: 1, salesforceCalls: 3, slackCalls: 1, pollCalls: 0 };
    expect(await run()).toMatchObject({ outcome: 'delivered', ...cost });
    expect(world.clock.now()).toBe(MONDAY);
    expect(await run()).toMatchObject({ outcome: 'delivered', ...cost });
    expect(posted()).toHaveLength(2);
  });

  it('tries again by itself when Slack had no answer, and sends one digest', async () => {
    const { run } = switchOn();
    world.slack.intercept(() => Response.json({ ok: false, error: 'internal_error' }, { status: 503 }));
    expect(await run()).toMatchObject({ outcome: 'failed' });
    world.slack.intercept(undefined);
    expect(posted()).toEqual([]);
    await run();
    expect(posted()).toHaveLength(2);
    expect(posted().map(({ ts }) => Number(ts) * 1000 - MONDAY)).toEqual([
      expect.closeTo(15 * 60_000, -4),
      expect.closeTo(WEEK, -4),
    ]);
  });
});
