import { deliverableEvents } from '../cometd/allowance.ts';
import type { RestRoute } from './rest-route.ts';

/** What is left of the org's allowances; only API requests and delivered events are counted. */
export const limitsRoutes: readonly RestRoute[] = [
  {
    method: 'GET',
    path: '/limits',
    handle: (org) => ({
      status: 200,
      body: {
        DailyApiRequests: {
          Max: org.apiUsage.max,
          Remaining: Math.max(0, org.apiUsage.max - org.apiUsage.used),
        },
        DailyStreamingApiEvents: { Max: 25_000, Remaining: 25_000 },
        DailyDurableStreamingApiEvents: { Max: 25_000, Remaining: 25_000 },
        DailyDeliveredPlatformEvents: {
          Max: org.limits.deliveredEvents,
          Remaining: deliverableEvents(org),
        },
        HourlyPublishedPlatformEvents: { Max: 250_000, Remaining: 250_000 },
      },
    }),
  },
];
