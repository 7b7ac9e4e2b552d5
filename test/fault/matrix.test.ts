import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { scenes } from '../scene/scenes.ts';
import type { Visible } from '../scene/visible.ts';
import { callFaults } from './faults.ts';
import { meetAtCalls, undisturbed } from './matrix.ts';

/** One of so many calls meets each fault; which one goes round, so that together every call meets one. The long suite lets all. */
const OF = 6;

let met = 0;
afterAll(() => {
  process.stdout.write(`faults: ${met} calls met one\n`);
});

describe.each(platforms)('On %s', (platform) => {
  const offset = platforms.indexOf(platform) * (OF / 2);

  describe.each(
    scenes.map((scene, index) => ({ scene, name: scene.name, shift: offset + index })),
  )('the $name', ({ scene, shift }) => {
    let expected: Visible;
    beforeAll(async () => {
      expected = await undisturbed(platform, scene);
    });

    it.each(
      callFaults.map((fault, index) => ({ fault, name: fault.name, from: (shift + index) % OF })),
    )('is there once, when $name meets one call in six', async ({ fault, from }) => {
      met += await meetAtCalls(platform, scene, fault, expected, { from, of: OF });
    }, 120_000);
  });
});

it('The faults met calls', () => {
  expect(met).toBeGreaterThan(callFaults.length * scenes.length);
});
