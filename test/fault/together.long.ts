import { afterAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../operation/platform.ts';
import { scenes } from '../scene/scenes.ts';
import { startBesideCalls } from './start-beside.ts';

let beside = 0;
afterAll(() => {
  process.stdout.write(`faults: ${beside} calls beside a run of the other platform\n`);
});

describe.each(platforms)('On %s', (platform) => {
  const other = platforms.find((each) => each !== platform) ?? platform;

  it.each(
    scenes,
  )('the $name is there once, whichever call another run on the other platform starts beside', async (scene) => {
    const count = await startBesideCalls(platform, other, scene, { from: 0, of: 1 });
    expect(count).toBeGreaterThan(0);
    beside += count;
  }, 240_000);
});
