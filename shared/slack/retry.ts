import type { WebClientOptions } from '@slack/web-api';

/**
 * The SDK repeats nothing: a call that timed out may have posted already, and a 404 is no reason to call again.
 * What is safe to repeat is repeated by the delivery.
 */
export const neverRepeat = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
} as const satisfies WebClientOptions;
