import type { RestRoute } from './rest-route.ts';

/** What is left of the org's allowances; only the API requests are counted. */
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
        DailyDeliveredPlatformEvents: { Max: 25_000, Remaining: 25_000 },
        HourlyPublishedPlatformEvents: { Max: 250_000, Remaining: 250_000 },
      },
    }),
  },
];
