import { Connection } from 'jsforce/lib/connection.js';
import { SalesforceSessionExpiredError } from '../error.ts';
import { API_VERSION } from './api-version.ts';
import { salesforceProblem } from './problem.ts';
import { neverRepeat } from './retry.ts';

/** One REST call; `path` starts with a slash and is relative to the instance URL. */
export interface SalesforceCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

/** Makes one REST call and returns the parsed body. Throws the errors of `shared/error.ts` and nothing else. */
export type Salesforce = (call: SalesforceCall) => Promise<unknown>;

/** What a call needs to reach an org. */
export interface SalesforceSession {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

export interface SalesforceOptions extends SalesforceSession {
  /** Renews the session, once for all calls that it stops. Without it an expired session is an error. */
  readonly refresh?: () => Promise<SalesforceSession>;
  /** Milliseconds before a call is given up; 15 seconds unless told. */
  readonly timeout?: number;
}

/**
 * A Salesforce client on jsforce. jsforce never sees the refresh token: it would keep a rotated one to itself,
 * and the platform has to store it.
 */
export function connectSalesforce(options: SalesforceOptions): Salesforce {
  const { refresh, timeout = 15_000 } = options;
  let session: Promise<Connection> = Promise.resolve(open(options));

  const send = async (connection: Connection, call: SalesforceCall): Promise<unknown> => {
    try {
      return await connection.request(
        {
          method: call.method,
          url: new URL(connection.instanceUrl).origin + call.path,
          headers: { 'content-type': 'application/json' },
          ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        },
        { retry: neverRepeat, timeout, noContentResponse: null },
      );
    } catch (error) {
      throw salesforceProblem(error, call.path);
    }
  };

  return async (call) => {
    const current = session;
    try {
      return await send(await current, call);
    } catch (error) {
      if (refresh === undefined || !(error instanceof SalesforceSessionExpiredError)) throw error;
      if (session === current) {
        const renewed = refresh().then(open);
        session = renewed;
        renewed.catch(() => {
          session = current;
        });
      }
      return send(await session, call);
    }
  };
}

function open({ instanceUrl, accessToken }: SalesforceSession): Connection {
  return new Connection({
    instanceUrl,
    accessToken,
    version: API_VERSION,
    callOptions: { client: 'Dealwire' },
  });
}
