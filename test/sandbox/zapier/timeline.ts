import type { FakeClock } from '../clock.ts';

/** Runs tasks that wait on the fake clock, as if they ran at the same time. */
export interface Timeline {
  /** Starts a task once a lane is free; resolves with its result. */
  start<T>(task: () => Promise<T>): Promise<T>;
  /** Waits this many milliseconds of the fake clock; to be called from a started task only. */
  sleep(milliseconds: number): Promise<void>;
}

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A timeline on a fake clock. At most `lanes` tasks work at a time; with one lane the order is always the same.
 * The clock moves only when every task waits, and then to the earliest one's time.
 */
export function timeline(clock: FakeClock, lanes = 1): Timeline {
  const queue: Waiting[] = [];
  let active = 0;

  const wakeNext = (): void => {
    while (active < lanes) {
      const [next] = queue;
      if (next === undefined || (next.at > clock.now() && active > 0)) return;
      queue.shift();
      if (next.at > clock.now()) clock.set(next.at);
      active++;
      next.wake();
    }
  };
  const enter = (at: number): Promise<void> =>
    new Promise((wake) => {
      const after = queue.findIndex((other) => other.at > at);
      queue.splice(after < 0 ? queue.length : after, 0, { at, wake });
      wakeNext();
    });
  const leave = (): void => {
    active--;
    wakeNext();
  };

  return {
    start: async (task) => {
      await enter(clock.now());
      try {
        return await task();
      } finally {
        leave();
      }
    },
    sleep: (milliseconds) => {
      active--;
      return enter(clock.now() + milliseconds);
    },
  };
}
