import type { FakeClock } from '../clock.ts';
import { nextFiring, scheduleItem } from './schedule.ts';
import type { Step } from './step-tree.ts';
import type { Item, Trigger } from './trigger.ts';

/** A Schedule that fires from now on, once for each of its times that has passed. */
export function openSchedule({ node }: Step, timezone: string, clock: FakeClock): Trigger {
  let looked = clock.now();
  const next = () => nextFiring(node, timezone, looked);
  return {
    next,
    look: () => {
      const firings: Item[] = [];
      for (let at = next(); at <= clock.now(); at = nextFiring(node, timezone, at))
        firings.unshift(scheduleItem(at, timezone));
      looked = clock.now();
      return [async () => firings];
    },
    close: async () => {},
  };
}
