import { expect } from '@jest/globals';
import { untilDelivered } from '../crash/recover.ts';
import type { platforms } from '../operation/platform.ts';
import type { World } from '../sandbox/world.ts';
import { inScene } from '../scene/in-scene.ts';
import { runScene } from '../scene/run-scene.ts';
import type { Scene } from '../scene/scene.ts';
import { visible } from '../scene/visible.ts';
import { type Share, undisturbed } from './matrix.ts';

/** More calls than any run makes. */
const MOST_CALLS = 60;

type Platform = (typeof platforms)[number];

/**
 * Lets a run start on the other platform when a call of a run arrives, one call a world. Each time what one run leaves is there; returns
 * beside how many calls another run started.
 */
export async function startBesideCalls(
  platform: Platform,
  other: Platform,
  scene: Scene,
  { from, of }: Share,
): Promise<number> {
  const expected = await undisturbed(platform, scene);
  let beside = 0;
  for (let call = from; call < MOST_CALLS; call += of) {
    const reached = await inScene(scene, async (world) => {
      const second = startBeside(world, call, () =>
        untilDelivered(world, () => runScene(other, world, scene)),
      );
      await untilDelivered(world, () => runScene(platform, world, scene));
      await second.ended();
      expect({ call, ...visible(world) }).toEqual({ call, ...expected });
      return second.started();
    });
    if (!reached) return beside;
    beside += 1;
  }
  throw new Error('A run makes more calls than expected.');
}

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
