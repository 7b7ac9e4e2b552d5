/** What an operation declares as its `throttle`, as far as the runner knows it. */
export interface ThrottleRule {
  /** Seconds. */
  readonly window: number;
  /** Runs a window. */
  readonly limit: number;
  /** May name inputs, as `{{bundle.inputData.channel}}`. */
  readonly key?: string;
  readonly retry?: boolean;
}

/** Waits for a run's turn under a rule. */
export type Throttle = (rule: ThrottleRule, inputData: Readonly<Record<string, unknown>>) => Promise<void>;

/**
 * Counts runs per rule and key in fixed windows. A run that is one too many is delayed to the next window that has room, as
 * `retry: true` says; Zapier promises neither the order nor how exact the delay is.
 */
export function openThrottle(now: () => number, sleep: (milliseconds: number) => Promise<void>): Throttle {
  const counters = new Map<string, { window: number; runs: number }>();
  return async ({ window, limit, key = '' }, inputData) => {
    const filled = key.replace(/\{\{bundle\.inputData\.(\w+)\}\}/g, (_, name: string) =>
      String(inputData[name] ?? ''),
    );
    const name = JSON.stringify([filled, window, limit]);
    const length = window * 1000;
    const current = Math.floor(now() / length);
    const counter = counters.get(name) ?? { window: current, runs: 0 };
    if (counter.window < current) Object.assign(counter, { window: current, runs: 0 });
    if (counter.runs >= limit) Object.assign(counter, { window: counter.window + 1, runs: 0 });
    counter.runs += 1;
    counters.set(name, counter);
    await sleep(Math.max(0, counter.window * length - now()));
  };
}
