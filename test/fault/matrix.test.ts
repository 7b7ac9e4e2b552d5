import { afterAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { scenes } from '../scene/scenes.ts';
import { callFaults } from './faults.ts';
import { meetAtEveryCall } from './matrix.ts';

let met = 0;
afterAll(() => {
  process.stdout.write(`faults: ${met} calls met one\n`);
});

describe.each(platforms)('On %s', (platform) => {
  describe.each(scenes)('the $name', (scene) => {
    it.each(callFaults)('is there once, whichever call meets $name', async (fault) => {
      const count = await meetAtEveryCall(platform, scene, fault);
      expect(count).toBeGreaterThan(0);
      met += count;
    }, 120_000);
  });
});
