import type { FakeClock } from '../clock.ts';
import { serve } from '../serve.ts';

/** Where the addresses that Zapier hands out for REST hooks are. */
const ORIGIN = 'https://hooks.zapier.com';

/** What one user's hooks take; the window is in milliseconds, the payload in bytes. */
export const HOOK_LIMITS = { requests: 10_000, window: 300_000, payload: 10 * 1024 * 1024 } as const;

/** A request as `bundle.rawRequest` holds it. */
export interface RawRequest {
  readonly method: string;
  readonly querystring: string;
  /** By name in `Http-Camel-Case`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}

/** One hook address and the requests that wait behind it. */
export interface Hook {
  /** What a service is given to call, on hooks.zapier.com. */
  readonly url: string;
  /** Takes every waiting request, oldest first. */
  take(): readonly RawRequest[];
  /** Puts a request back, behind those that wait. */
  putBack(request: RawRequest): void;
  /** From now on the address answers 410, and what waited is dropped. */
  close(): void;
}

/** Zapier's side of REST hooks for the Zaps of one user. */
export interface HookServer {
  /** The real origin of the addresses and where it is on this machine, for `mapHost`. */
  readonly hosts: Readonly<Record<string, string>>;
  open(): Hook;
  close(): Promise<void>;
}

/**
 * Serves hooks.zapier.com on loopback. A request is answered at once with 200 and a small tracking JSON, whatever the
 * integration makes of it later: 429 beyond 10,000 requests in five minutes, 413 beyond 10 MB, 410 once switched off.
 * Zapier documents neither the keys of the JSON nor the status of a large payload; both are as commonly seen.
 */
export async function startHookServer(
  clock: FakeClock,
  limits: Readonly<Record<keyof typeof HOOK_LIMITS, number>> = HOOK_LIMITS,
): Promise<HookServer> {
  const queues = new Map<string, RawRequest[] | 'closed'>();
  let arrivals: number[] = [];
  let received = 0;

  const admits = (): boolean => {
    const now = clock.now();
    arrivals = arrivals.filter((arrival) => now - arrival < limits.window);
    if (arrivals.length >= limits.requests) return false;
    arrivals.push(now);
    return true;
  };
  const server = await serve('hooks.zapier.com', async (request) => {
    const queue = queues.get(new URL(request.url).pathname);
    if (queue === undefined) return refused(404, 'not found');
    if (queue === 'closed') return refused(410, 'gone');
    if (request.method !== 'POST') return refused(405, 'only POST is covered');
    if (!admits()) return refused(429, 'throttled');
    const bytes = await request.arrayBuffer();
    if (bytes.byteLength > limits.payload) return refused(413, 'payload too large');
    queue.push(toRawRequest(request, bytes));
    received += 1;
    return Response.json({
      status: 'success',
      attempt: trackingId('a', received),
      id: trackingId('b', received),
      request_id: trackingId('c', received),
    });
  });

  return {
    hosts: { [ORIGIN]: server.url },
    open: () => {
      const path = `/hooks/standard/1000001/${trackingId('d', queues.size + 1).replaceAll('-', '')}/`;
      queues.set(path, []);
      const waiting = () => {
        const queue = queues.get(path);
        return Array.isArray(queue) ? queue : [];
      };
      return {
        url: `${ORIGIN}${path}`,
        take: () => waiting().splice(0),
        putBack: (request) => void waiting().push(request),
        close: () => void queues.set(path, 'closed'),
      };
    },
    close: server.close,
  };
}

function refused(status: number, message: string): Response {
  return Response.json({ status: 'error', message }, { status });
}

/** The same ids on every run; nothing may read a meaning into them. */
function trackingId(kind: string, count: number): string {
  return `${kind}0000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

function toRawRequest({ method, url, headers }: Request, body: ArrayBuffer): RawRequest {
  return {
    method,
    querystring: new URL(url).search.slice(1),
    headers: Object.fromEntries([...headers].map(([name, value]) => [`Http-${camelCase(name)}`, value])),
    content: new TextDecoder().decode(body),
  };
}

function camelCase(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
