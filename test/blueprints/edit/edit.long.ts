import { afterAll, describe, expect, it } from '@jest/globals';
import { platforms } from '../../sandbox/signal/switch-on.ts';
import { type Ends, editAndRun } from './run-edited.ts';

/** Edited flows of each kind on each platform. */
const RUNS = 100;

const counts: Record<string, Ends> = {};
afterAll(() => {
  process.stdout.write(`edited blueprints: ${JSON.stringify(counts)}\n`);
});

describe.each(platforms)('Many blueprints edited in the editor of %s', (platform) => {
  it.each([
    ['still deliver once when what they do was not touched', true],
    ['run, or say clearly why they do not', false],
  ])(
    '%s',
    async (_, harmless) => {
      const ends = await editAndRun(platform, RUNS, harmless);
      counts[`${platform}, ${harmless ? 'harmless' : 'any'}`] = ends;
      expect(Object.values(ends).reduce((sum, each) => sum + each)).toBe(RUNS);
    },
    900_000,
  );
});
