import { afterAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../../sandbox/signal/switch-on.ts';
import { type Ends, editAndRun } from './run-edited.ts';

/** Edited flows of each kind on each platform; the long suite runs more. */
const RUNS = 6;

const counts: Record<string, Ends> = {};
afterAll(() => {
  process.stdout.write(`edited blueprints: ${JSON.stringify(counts)}\n`);
});

describe.each(platforms)('A blueprint edited in the editor of %s', (platform) => {
  it('still delivers once when what it does was not touched', async () => {
    const ends = await editAndRun(platform, RUNS, true);
    counts[`${platform}, harmless`] = ends;
    expect(Object.values(ends).reduce((sum, each) => sum + each)).toBe(RUNS);
  }, 120_000);

  it('runs, or says clearly why it does not', async () => {
    const ends = await editAndRun(platform, RUNS, false);
    counts[`${platform}, any`] = ends;
    expect(Object.values(ends).reduce((sum, each) => sum + each)).toBe(RUNS);
  }, 120_000);
});
