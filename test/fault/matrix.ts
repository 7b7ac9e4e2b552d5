import { expect } from '@jest/globals';
import { untilDelivered } from '../crash/recover.ts';
import type { platforms } from '../operation/platform.ts';
import { inScene } from '../scene/in-scene.ts';
import { runScene } from '../scene/run-scene.ts';
import type { Scene } from '../scene/scene.ts';
import { type Visible, visible } from '../scene/visible.ts';
import type { CallFault } from './faults.ts';
import { meetAt } from './meet.ts';

/** More calls than any run makes. */
const MOST_CALLS = 60;

type Platform = (typeof platforms)[number];

/** What one undisturbed run leaves. */
export function undisturbed(platform: Platform, scene: Scene): Promise<Visible> {
  return inScene(scene, async (world) => {
    await runScene(platform, world, scene);
    return visible(world);
  });
}

/** Which calls of a run meet a fault: the one at `from` and then one of every `of`. */
export interface Share {
  readonly from: number;
  readonly of: number;
}

/**
 * Lets calls of a run meet a fault, one call a world, then repeats the run as the platform does. Each time what one run leaves is
 * there as expected, or what is missing is named as a warning; returns how many calls met it.
 */
export async function meetAtCalls(
  platform: Platform,
  scene: Scene,
  fault: CallFault,
  expected: Visible,
  share: Share,
): Promise<number> {
  let met = 0;
  for (let call = share.from; call < MOST_CALLS; call += share.of) {
    const happened = await inScene(scene, async (world) => {
      const run = () => runScene(platform, world, scene);
      const first = await meetAt(world, call, fault, run);
      if (!first.reached) return 'over';
      const { warnings } = await untilDelivered(world, run);
      const said = [first.result, { warnings }].flatMap((result) => result?.warnings ?? []);
      expect({ call, ...withoutSoftParts(visible(world), said) }).toEqual({
        call,
        ...withoutSoftParts(expected, said),
      });
      return first.met ? 'met' : 'spared';
    });
    if (happened === 'over') return met;
    if (happened === 'met') met += 1;
  }
  throw new Error('A run makes more calls than expected.');
}

/** What a warning speaks of is missing; channels and messages never are. */
function withoutSoftParts({ channels, ...seen }: Visible, warnings: readonly unknown[]): object {
  if (warnings.length === 0) return { channels, ...seen };
  const { messages, openRows } = seen;
  return { channels: channels.map((channel) => (channel as { name: string }).name), messages, openRows };
}
