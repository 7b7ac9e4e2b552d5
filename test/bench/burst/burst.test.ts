import { expect, it } from '@jest/globals';
import { measureBurst } from './burst.ts';
import { latencies } from './latency.ts';

const ESCALATIONS = 15;
const EXACT = { lost: 0, duplicated: 0, openRows: 0 };

it('A burst of escalations to one channel is told in order by a sequential scenario on Make, each once, at the pace of Slack', async () => {
  const result = await measureBurst('make', ESCALATIONS, latencies.aSecond);
  expect(result).toMatchObject({ ...EXACT, outOfOrder: 0 });
  expect(result.shareOfCeiling).toBeGreaterThanOrEqual(0.95);
});

it('A burst on Make loses and repeats nothing when Slack refuses what comes too fast', async () => {
  const result = await measureBurst('make', 4, latencies.fast);
  expect(result).toMatchObject({ ...EXACT, outOfOrder: 0 });
  expect(result.shareOfCeiling).toBeLessThan(0.1);
});

it('A burst of escalations to one channel is told once each on Zapier, paced by the throttle, with no call refused', async () => {
  const result = await measureBurst('zapier', ESCALATIONS, latencies.usual);
  expect(result).toMatchObject({ ...EXACT, refusedBySlack: 0 });
  expect(result.shareOfCeiling).toBeGreaterThanOrEqual(0.45);
});
