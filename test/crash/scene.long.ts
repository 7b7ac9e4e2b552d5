import { describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { scenes } from '../scene/scenes.ts';
import { dieInScene } from './die-in-scene.ts';
import { atEveryCall } from './every-call.ts';

describe.each(platforms)('On %s', (platform) => {
  it.each(
    scenes,
  )('a run for the $name that dies before or after any call leaves what one run leaves', async (scene) => {
    expect(await dieInScene(platform, scene, atEveryCall)).toBeGreaterThanOrEqual(6);
  }, 240_000);
});
