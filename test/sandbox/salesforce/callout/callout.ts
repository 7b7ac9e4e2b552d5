/** A POST that the org sends to somewhere else. */
export interface Callout {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds the other side has for its answer. */
  readonly timeout: number;
}

/** What came back. */
export interface CalloutAnswer {
  readonly status: number;
  readonly body: string;
}

/** How callouts leave the org. Throws when no answer comes. */
export type CallOut = (callout: Callout) => Promise<CalloutAnswer>;

/**
 * Sends callouts with `send`. `hosts` maps the origin of an address to that of its stand-in; an address outside it goes
 * nowhere unless it is on this machine, as one that no remote site setting names.
 */
export function createCallOut(
  send: typeof fetch = fetch,
  hosts: Readonly<Record<string, string>> = {},
): CallOut {
  return async ({ url, headers, body, timeout }) => {
    const response = await send(addressOf(url, hosts), {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    return { status: response.status, body: await response.text() };
  };
}

function addressOf(url: string, hosts: Readonly<Record<string, string>>): string {
  const { origin, hostname, pathname, search } = new URL(url);
  const standIn = Object.hasOwn(hosts, origin) ? hosts[origin] : undefined;
  if (standIn !== undefined) return `${standIn.replace(/\/$/, '')}${pathname}${search}`;
  if (hostname === '127.0.0.1' || hostname === 'localhost') return url;
  throw new Error(
    `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${url}`,
  );
}
