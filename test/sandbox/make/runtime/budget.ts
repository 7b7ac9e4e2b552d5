import { MakeError, MakeLimitError } from '../error.ts';

/** Ceilings of one module run. */
export const MODULE_LIMITS = {
  /** Milliseconds, where Base names no timeout. */
  timeout: 40_000,
  requests: 100,
  pages: 50,
  repetitions: 1000,
  redirects: 21,
  /** Items a polling trigger looks at in one run. */
  scannedItems: 3200,
  /** Bytes of a trigger's state as JSON. */
  triggerState: 65_536,
} as const;

/** Counts what one run uses up. */
export interface Budget {
  /** Throws MakeLimitError above the number of requests of a run. */
  countRequest(): void;
  /** Throws MakeError of type ModuleTimeoutError once the run's time is used up. */
  checkTime(): void;
}

/** A budget that starts now; `timeout` in milliseconds. The timeout is taken for the whole run, the stricter reading. */
export function createBudget(clock: { now(): number }, timeout: number): Budget {
  const start = clock.now();
  let requests = 0;
  return {
    countRequest: () => {
      requests += 1;
      if (requests > MODULE_LIMITS.requests)
        throw new MakeLimitError(
          `A module run makes at most ${MODULE_LIMITS.requests} requests. Split the module.`,
        );
    },
    checkTime: () => {
      const used = clock.now() - start;
      if (used > timeout)
        throw new MakeError(
          'ModuleTimeoutError',
          `The module ran for ${used} ms; its timeout is ${timeout} ms.`,
        );
    },
  };
}
