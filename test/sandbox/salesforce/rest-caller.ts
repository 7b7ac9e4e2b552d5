import type { SalesforceStandIn } from './salesforce.ts';

/** An answer of the stand-in, its JSON parsed. */
export interface RestResult {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read into answers of every shape
  readonly body: any;
  readonly headers: Headers;
}

/** A bare REST client for tests: no library, so that the answers are seen as they are. */
export interface RestCaller {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestResult>;
  query(soql: string, headers?: Record<string, string>): Promise<RestResult>;
}

/** The versioned root the tests use. */
export const ROOT = '/services/data/v66.0';

/** A caller with a fresh session for every call, whatever the clock does; paths begin below the versioned root unless they begin with /services. */
export function restCaller(salesforce: SalesforceStandIn): RestCaller {
  const call: RestCaller['call'] = async (method, path, body, headers = {}) => {
    const { accessToken } = salesforce.issueToken();
    const address = path.startsWith('/services') ? path : ROOT + path;
    const answer = await fetch(salesforce.url + address, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: text === '' ? undefined : JSON.parse(text),
      headers: answer.headers,
    };
  };
  return {
    call,
    query: (soql, headers) => call('GET', `/query?q=${encodeURIComponent(soql)}`, undefined, headers),
  };
}
