import { expect } from '@jest/globals';
import type { platforms } from '../operation/platform.ts';
import type { World } from '../sandbox/world.ts';
import { inScene } from '../scene/in-scene.ts';
import { runScene } from '../scene/run-scene.ts';
import type { Scene } from '../scene/scene.ts';
import { visible } from '../scene/visible.ts';
import { type CrashPoint, dieAt } from './crash.ts';
import { untilDelivered } from './recover.ts';

/** Where a run dies, told of each point until none is left; returns how many runs died. */
type Points = (scenario: (point: CrashPoint) => Promise<boolean>) => Promise<number>;

/** Lets runs for a scene die, each in a world of its own, and expects that the next ones leave what one run leaves. */
export async function dieInScene(
  platform: (typeof platforms)[number],
  scene: Scene,
  at: Points,
): Promise<number> {
  const run = (world: World) => runScene(platform, world, scene);
  const expected = await inScene(scene, async (world) => {
    await run(world);
    return visible(world);
  });
  expect(expected.openRows).toBe(0);
  return at((point) =>
    inScene(scene, async (world) => {
      const died = await dieAt(world, point, () => run(world));
      await untilDelivered(world, () => run(world));
      expect({ point, ...visible(world) }).toEqual({ point, ...expected });
      return died;
    }),
  );
}
