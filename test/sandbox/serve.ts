import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as a stand-in saw it. */
export interface Call {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
}

/**
 * What a test wants to happen to a call instead of the normal answer:
 * `before` cuts the connection without any effect, `after` cuts it once the effect has happened,
 * a `Response` answers in the stand-in's place without any effect.
 */
export type Fault = 'before' | 'after' | Response;

/** How a call ended. */
export interface Answered {
  readonly call: Call;
  /** Undefined when the connection was cut. */
  readonly status: number | undefined;
  /** Real time from the call's arrival on. */
  readonly milliseconds: number;
}

/** Looks at every call and may put a fault in its way. */
export type Intercept = (call: Call) => Fault | undefined | Promise<Fault | undefined>;

export interface Server {
  readonly url: string;
  /** Every call so far, in order of arrival, faulted ones included. */
  readonly calls: readonly Call[];
  /** Replaces the interceptor; `undefined` removes it. */
  intercept(handler: Intercept | undefined): void;
  /** Tells of every call once it was answered or cut; `undefined` ends that. */
  watch(listener: ((answered: Answered) => void) | undefined): void;
  /** Adds this many milliseconds to each answer. */
  delay(milliseconds: number): void;
  /** Forgets the calls so far. */
  forget(): void;
  close(): Promise<void>;
}

/** A connection is kept this long in milliseconds, so that none is cut while a busy machine leaves a client waiting. */
const KEEP_ALIVE = 10 * 60_000;

/**
 * Serves a fetch-style handler on a free loopback port, with a call log, injectable faults and latency. A request's signal
 * is aborted when its client goes away unanswered.
 */
export async function serve(
  service: string,
  handle: (request: Request) => Promise<Response>,
): Promise<Server> {
  const calls: Call[] = [];
  let interceptor: Intercept | undefined;
  let listener: ((answered: Answered) => void) | undefined;
  let latency = 0;
  const server = http.createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const url = new URL(incoming.url ?? '/', address());
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers))
      if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    const method = incoming.method ?? 'GET';
    const call: Call = {
      service,
      method,
      path: url.pathname,
      query: url.searchParams,
      headers,
      body: body.toString('utf8'),
    };
    calls.push(call);
    const arrival = performance.now();
    const tell = (status?: number) => listener?.({ call, status, milliseconds: performance.now() - arrival });
    const gone = new AbortController();
    outgoing.on('close', () => outgoing.writableEnded || gone.abort());
    const fault = await interceptor?.(call);
    if (latency > 0) await new Promise((resolve) => setTimeout(resolve, latency));
    const cut = () => {
      tell();
      outgoing.destroy();
    };
    if (fault === 'before') return cut();
    const bodyless = method === 'GET' || method === 'HEAD';
    const answer =
      fault instanceof Response
        ? fault
        : await handle(
            new Request(url, { method, headers, signal: gone.signal, ...(bodyless ? {} : { body }) }),
          );
    if (fault === 'after') return cut();
    tell(answer.status);
    const cookies = answer.headers.getSetCookie();
    outgoing.writeHead(answer.status, {
      ...Object.fromEntries(answer.headers),
      ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
    });
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: address(),
    calls,
    intercept: (handler) => {
      interceptor = handler;
    },
    watch: (next) => {
      listener = next;
    },
    delay: (milliseconds) => {
      latency = milliseconds;
    },
    forget: () => {
      calls.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
