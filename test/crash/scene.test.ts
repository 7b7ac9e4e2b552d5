import { describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { scenes } from '../scene/scenes.ts';
import { dieInScene } from './die-in-scene.ts';
import { atEveryOtherPoint } from './every-call.ts';

describe.each(platforms)('On %s', (platform) => {
  it.each(scenes)('a run for the $name that dies at any call leaves what one run leaves', async (scene) => {
    expect(await dieInScene(platform, scene, atEveryOtherPoint)).toBeGreaterThanOrEqual(3);
  }, 240_000);
});
