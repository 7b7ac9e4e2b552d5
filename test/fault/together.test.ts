import { afterAll, describe, expect, it } from '@jest/globals';
import { untilDelivered } from '../crash/recover.ts';
import { platforms } from '../operation/platform.ts';
import type { World } from '../sandbox/world.ts';
import { inScene } from '../scene/in-scene.ts';
import { runScene } from '../scene/run-scene.ts';
import { scenes } from '../scene/scenes.ts';
import { visible } from '../scene/visible.ts';
import { undisturbed } from './matrix.ts';

/** Calls of a run beside which another run starts, at most. */
const MOST_CALLS = 60;
const MINUTE = 60_000;

let beside = 0;
afterAll(() => {
  process.stdout.write(`faults: ${beside} calls beside a run of the other platform\n`);
});

describe.each(platforms)('On %s', (platform) => {
  const other = platforms.find((each) => each !== platform) ?? platform;

  describe.each(scenes)('the $name', (scene) => {
    it('is there once, however often the event comes, on either platform', async () => {
      const expected = await undisturbed(platform, scene);
      await inScene(scene, async (world) => {
        const first = await runScene(platform, world, scene);
        for (const each of [platform, other, platform]) {
          const again = await runScene(each, world, scene);
          expect(again).toMatchObject({ outcome: 'already_delivered', channel_id: first.channel_id });
        }
        expect(visible(world)).toEqual(expected);
      });
    });

    it('is there once, whichever call another run on the other platform starts beside', async () => {
      const expected = await undisturbed(platform, scene);
      let reached = true;
      for (let call = 0; reached && call < MOST_CALLS; call += 1)
        await inScene(scene, async (world) => {
          const second = startBeside(world, call, () =>
            untilDelivered(world, () => runScene(other, world, scene)),
          );
          await untilDelivered(world, () => runScene(platform, world, scene));
          reached = second.started();
          await second.ended();
          expect({ call, ...visible(world) }).toEqual({ call, ...expected });
          if (reached) beside += 1;
        });
      expect(reached).toBe(false);
    }, 120_000);

    it.each([-10, 10])('is there once when the clock of the platform is %i minutes off', async (minutes) => {
      const expected = await undisturbed(platform, scene);
      await inScene(scene, async (world) => {
        const skewed: World = {
          ...world,
          clock: { ...world.clock, now: () => world.clock.now() + minutes * MINUTE },
        };
        await runScene(platform, skewed, scene);
        expect(await runScene(other, world, scene)).toMatchObject({ outcome: 'already_delivered' });
        expect({ ...visible(world), messages: visible(world).messages.length }).toEqual({
          ...expected,
          messages: expected.messages.length,
        });
      });
    });
  });
});

/** Starts something when the nth call arrives, and lets the call go on at once. */
function startBeside(world: World, call: number, start: () => Promise<unknown>) {
  let seen = 0;
  let running: Promise<unknown> | undefined;
  const intercept = () => {
    if (seen++ === call) running = start();
    return undefined;
  };
  world.salesforce.intercept(intercept);
  world.slack.intercept(intercept);
  return { started: () => running !== undefined, ended: async () => void (await running) };
}
