import { describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { scenes } from '../scene/scenes.ts';
import { dieInScene } from './die-in-scene.ts';
import { atSomeCalls } from './every-call.ts';

/** A run dies at one of so many calls; at which one goes round. In the long suite it dies at each. */
const OF = 2;

describe.each(platforms)('On %s', (platform) => {
  it.each(
    scenes,
  )('a run for the $name that dies at one call in two leaves what one run leaves', async (scene) => {
    const from = (scenes.indexOf(scene) + platforms.indexOf(platform)) % OF;
    expect(await dieInScene(platform, scene, atSomeCalls(from, OF))).toBeGreaterThan(0);
  }, 240_000);
});
