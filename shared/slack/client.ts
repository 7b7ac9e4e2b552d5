import { type Logger, type WebAPICallError, WebClient } from '@slack/web-api';
import { SlackLimitedError, SlackUnavailableError } from '../error.ts';
import { neverRepeat } from './retry.ts';

/** A Slack answer; `ok: false` is returned, not thrown, because a step knows which errors it can live with. */
export interface SlackAnswer {
  readonly ok: boolean;
  readonly error?: string;
  /** Of the headers only `x-oauth-scopes`, which lists the scopes of the token. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/**
 * Calls a Web API method. Throws `SlackLimitedError` on 429 and `SlackUnavailableError` when there was no answer;
 * the call may then have had its effect.
 */
export type Slack = (method: string, body: Readonly<Record<string, unknown>>) => Promise<SlackAnswer>;

export interface SlackOptions {
  readonly token: string;
  /** Where the Web API is; Slack's own address unless told. */
  readonly apiUrl?: string;
  /** Milliseconds before a call is given up; 10 seconds unless told. */
  readonly timeout?: number;
}

/** Seconds to wait when Slack does not answer. */
const WAIT = 30;

/** An error code; the SDK takes a page that is no JSON for one. */
const CODE = /^\w{1,100}$/;

/** A Slack client on @slack/web-api that logs nothing and repeats nothing. */
export function connectSlack({ token, apiUrl, timeout = 10_000 }: SlackOptions): Slack {
  const client = new WebClient(token, {
    ...neverRepeat,
    timeout,
    logger: silent,
    allowAbsoluteUrls: false,
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
  });
  return async (method, body) => {
    try {
      return withScopes((await client.apiCall(method, whole(body))) as SlackAnswer);
    } catch (error) {
      return refusalIn(method, error);
    }
  };
}

/** The answer with the one header that the SDK keeps, as Slack sends it. */
function withScopes(answer: SlackAnswer): SlackAnswer {
  const { scopes } = (answer.response_metadata ?? {}) as { readonly scopes?: readonly string[] };
  return scopes === undefined ? answer : { ...answer, headers: { 'x-oauth-scopes': scopes.join(',') } };
}

function refusalIn(method: string, error: unknown): SlackAnswer {
  const failure = error as WebAPICallError;
  switch (failure.code) {
    case 'slack_webapi_platform_error':
      if (CODE.test(String(failure.data.error))) return failure.data as SlackAnswer;
      throw new SlackUnavailableError(method, 'an answer that is not Slack’s', WAIT);
    case 'slack_webapi_rate_limited_error':
      throw new SlackLimitedError(method, failure.retryAfter);
    case 'slack_webapi_http_error':
      throw new SlackUnavailableError(method, `HTTP ${failure.statusCode}`, WAIT);
    default:
      throw new SlackUnavailableError(method, 'no answer', WAIT, { cause: error });
  }
}

/** The texts of a call without halves of characters, which in a form would swallow the character behind them. */
function whole(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [
      key,
      typeof value === 'string' ? value.toWellFormed() : value,
    ]),
  );
}

/** Whatever it is told, it says nothing. */
const silent = new Proxy({} as Logger, { get: () => () => undefined });
