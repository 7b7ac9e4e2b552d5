import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { scenes } from '../scene/scenes.ts';
import type { Visible } from '../scene/visible.ts';
import { callFaults } from './faults.ts';
import { meetAtCalls, undisturbed } from './matrix.ts';

let met = 0;
afterAll(() => {
  process.stdout.write(`faults: ${met} calls met one\n`);
});

describe.each(platforms)('On %s', (platform) => {
  describe.each(scenes)('the $name', (scene) => {
    let expected: Visible;
    beforeAll(async () => {
      expected = await undisturbed(platform, scene);
    });

    it.each(callFaults)('is there once, whichever call meets $name', async (fault) => {
      const count = await meetAtCalls(platform, scene, fault, expected, { from: 0, of: 1 });
      expect(count).toBeGreaterThan(0);
      met += count;
    }, 240_000);
  });
});
