import type { Org } from '../org.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Events that reached clients at one moment; an event counts again for each client and each time it is read. */
export interface EventDelivery {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly count: number;
}

/** Events delivered within the last 24 hours. */
export function deliveredEvents(org: Org): number {
  return org.eventDeliveries
    .filter(({ at }) => org.now() - at < DAY)
    .reduce((sum, { count }) => sum + count, 0);
}

/** How many more may be delivered. */
export function deliverableEvents(org: Org): number {
  return Math.max(0, org.limits.deliveredEvents - deliveredEvents(org));
}
