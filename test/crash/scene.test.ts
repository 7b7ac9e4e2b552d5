import { describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { runScene } from '../scene/run-scene.ts';
import type { Scene } from '../scene/scene.ts';
import { scenes } from '../scene/scenes.ts';
import { visible } from '../scene/visible.ts';
import { dieAt } from './crash.ts';
import { atEveryCall } from './every-call.ts';
import { untilDelivered } from './recover.ts';

/** Runs a scenario in a world of its own in which the event of the scene has just happened. */
async function inWorld<T>({ happens }: Scene, scenario: (world: World) => Promise<T>): Promise<T> {
  const world = await startWorld();
  try {
    await happens(world);
    return await scenario(world);
  } finally {
    await world.close();
  }
}

describe.each(platforms)('On %s', (platform) => {
  it.each(
    scenes,
  )('a run for the $name that dies before or after any call leaves what one run leaves', async (scene) => {
    const run = (world: World) => runScene(platform, world, scene);
    const expected = await inWorld(scene, async (world) => {
      await run(world);
      return visible(world);
    });
    expect(expected.openRows).toBe(0);
    const deaths = await atEveryCall((point) =>
      inWorld(scene, async (world) => {
        const died = await dieAt(world, point, () => run(world));
        await untilDelivered(world, () => run(world));
        expect({ point, ...visible(world) }).toEqual({ point, ...expected });
        return died;
      }),
    );
    expect(deaths).toBeGreaterThanOrEqual(6);
  }, 240_000);
});
