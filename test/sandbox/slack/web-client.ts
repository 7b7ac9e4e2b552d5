import { type ErrorCode, type Logger, LogLevel, WebClient } from '@slack/web-api';
import type { SlackStandIn } from './slack.ts';

const silent = () => {};
const QUIET: Logger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => LogLevel.ERROR,
  setName: silent,
};

/** Slack's own client pointed at a stand-in, without retries; with the stand-in's token unless another is given. */
export const clientOf = (slack: SlackStandIn, token: string = slack.token) =>
  new WebClient(token, {
    slackApiUrl: `${slack.url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: QUIET,
  });

/** What a refused call answered. */
export interface RefusedAnswer {
  readonly error: string;
  readonly needed?: string;
  readonly provided?: string;
  readonly errors?: readonly { readonly user: string; readonly ok: boolean; readonly error: string }[];
  readonly response_metadata?: { readonly messages?: readonly string[] };
}

/** The answer that Slack's client took for a refusal; throws when the call succeeds or fails in another way. */
export async function refusalOf(call: Promise<unknown>): Promise<RefusedAnswer> {
  const outcome = await call.then(
    () => undefined,
    (error: { readonly code?: ErrorCode; readonly data?: RefusedAnswer }) => error,
  );
  if (outcome?.data === undefined) throw outcome ?? new Error('the call succeeded');
  return outcome.data;
}

/** The error code of a refused call. */
export const codeOf = async (call: Promise<unknown>) => (await refusalOf(call)).error;
