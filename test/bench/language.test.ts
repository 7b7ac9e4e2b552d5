import { expect, test } from '@jest/globals';
import { measureLanguage } from './language.ts';

test('The language is measured beside the same written by hand, which says the same', () => {
  const speeds = measureLanguage(20);
  expect(speeds.map(({ name }) => name)).toEqual(['filters', 'cards']);
  for (const { perSecond, handWrittenPerSecond, ratio } of speeds) {
    expect(perSecond).toBeGreaterThan(0);
    expect(ratio).toBeCloseTo(perSecond / handWrittenPerSecond);
  }
});
