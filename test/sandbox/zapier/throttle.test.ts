import { describe, expect, it } from '@jest/globals';
import { fakeClock } from '../clock.ts';
import { openThrottle, type ThrottleRule } from './throttle.ts';
import { timeline } from './timeline.ts';

const RULE: ThrottleRule = { window: 1, limit: 2, key: 'slack-{{bundle.inputData.channel}}' };

/** The seconds after which runs for some channels go on, when they all start at once. */
async function turns(channels: readonly string[], rule = RULE): Promise<readonly number[]> {
  const clock = fakeClock();
  const start = clock.now();
  const { start: run, sleep } = timeline(clock, channels.length);
  const throttle = openThrottle(clock.now, sleep);
  return Promise.all(
    channels.map((channel) =>
      run(async () => {
        await throttle(rule, { channel });
        return (clock.now() - start) / 1000;
      }),
    ),
  );
}

describe('A throttle', () => {
  it('lets so many runs go on in a window, and delays the others to the next ones', async () => {
    expect(await turns(['a', 'a', 'a', 'a', 'a'])).toEqual([0, 0, 1, 1, 2]);
  });

  it('counts each value of its key apart, also of an input that is not filled', async () => {
    expect(await turns(['a', 'b', 'a', 'b', 'a', ''])).toEqual([0, 0, 0, 0, 1, 0]);
  });

  it('begins anew with each window', async () => {
    const clock = fakeClock();
    const throttle = openThrottle(clock.now, async (milliseconds) => clock.advance(milliseconds));
    for (let count = 0; count < 4; count += 1) {
      await throttle(RULE, { channel: 'a' });
      clock.advance(1000);
    }
    expect(clock.now() - fakeClock().now()).toBe(4000);
  });
});
