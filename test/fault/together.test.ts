import { afterAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import type { World } from '../sandbox/world.ts';
import { inScene } from '../scene/in-scene.ts';
import { runScene } from '../scene/run-scene.ts';
import { scenes } from '../scene/scenes.ts';
import { visible } from '../scene/visible.ts';
import { undisturbed } from './matrix.ts';
import { startBesideCalls } from './start-beside.ts';

/** Another run starts beside one of so many calls; the long suite starts one beside each. */
const OF = 3;
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

    it('is there once, when another run on the other platform starts beside one call in three', async () => {
      const from = (scenes.indexOf(scene) + platforms.indexOf(platform)) % OF;
      beside += await startBesideCalls(platform, other, scene, { from, of: OF });
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
