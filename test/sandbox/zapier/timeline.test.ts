import { describe, expect, it } from '@jest/globals';
import { fakeClock } from '../clock.ts';
import { timeline } from './timeline.ts';

describe('timeline', () => {
  it('wakes tasks in the order of their times and moves the clock only when all wait', async () => {
    const clock = fakeClock(0);
    const { start, sleep } = timeline(clock);
    const seen: [string, number][] = [];
    const task = (name: string, milliseconds: number) =>
      start(async () => {
        seen.push([name, clock.now()]);
        await sleep(milliseconds);
        seen.push([name, clock.now()]);
      });
    await Promise.all([task('long', 20), task('short', 5), task('none', 0)]);
    expect(seen).toEqual([
      ['long', 0],
      ['short', 0],
      ['none', 0],
      ['none', 0],
      ['short', 5],
      ['long', 20],
    ]);
  });

  it('lets no more tasks work at a time than there are lanes', async () => {
    const { start } = timeline(fakeClock(0), 2);
    let working = 0;
    let most = 0;
    const task = () =>
      start(async () => {
        most = Math.max(most, ++working);
        await Promise.resolve();
        working--;
      });
    await Promise.all([task(), task(), task(), task()]);
    expect(most).toBe(2);
  });

  it('frees its lane when a task fails', async () => {
    const { start } = timeline(fakeClock(0));
    await expect(start(() => Promise.reject(new Error('x')))).rejects.toThrow('x');
    await expect(start(async () => 1)).resolves.toBe(1);
  });
});
