import { MakeLimitError } from '../error.ts';

/** What a webhook of Make takes; the window is in milliseconds. */
const INTAKE_LIMITS = { requests: 300, window: 10_000, queue: 10_000 } as const;

/** The queue behind a webhook. */
export interface Intake {
  /** Whether one more request is taken now; a refused one is answered 429. */
  admit(now: number): boolean;
  /** Throws MakeLimitError when the queue is full. */
  push(item: unknown): void;
  shift(): unknown;
  /** Puts an item back in front. */
  unshift(item: unknown): void;
  readonly size: number;
}

export function createIntake(): Intake {
  const queue: unknown[] = [];
  let arrivals: number[] = [];
  return {
    admit: (now) => {
      arrivals = arrivals.filter((arrival) => now - arrival < INTAKE_LIMITS.window);
      if (arrivals.length >= INTAKE_LIMITS.requests) return false;
      arrivals.push(now);
      return true;
    },
    push: (item) => {
      if (queue.length >= INTAKE_LIMITS.queue)
        throw new MakeLimitError(`The webhook's queue holds ${INTAKE_LIMITS.queue} items and is full.`);
      queue.push(item);
    },
    shift: () => queue.shift(),
    unshift: (item) => void queue.unshift(item),
    get size() {
      return queue.length;
    },
  };
}
