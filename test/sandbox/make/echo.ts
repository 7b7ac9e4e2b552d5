import { type FakeClock, fakeClock } from '../clock.ts';
import { type Server, serve } from '../serve.ts';
import type { LoggedExchange } from './runtime/log.ts';
import type { MakeWorld } from './runtime/world.ts';

/** A server for tests of the runtime, at `https://api.test` in the app's terms. */
export interface Echo {
  readonly server: Server;
  readonly clock: FakeClock;
  readonly world: MakeWorld;
  readonly log: LoggedExchange[];
  /** Sets the next answers, in order; after them every request is answered with `{}`. */
  answer(...answers: readonly (Response | object)[]): void;
}

/** Starts it; `sleep` moves the clock. */
export async function startEcho(): Promise<Echo> {
  const line: (Response | object)[] = [];
  const server = await serve('echo', async () => {
    const next = line.shift() ?? {};
    return next instanceof Response ? next : Response.json(next);
  });
  const clock = fakeClock();
  const log: LoggedExchange[] = [];
  const world: MakeWorld = {
    fetch,
    hosts: { 'https://api.test': server.url },
    clock,
    sleep: async (milliseconds) => clock.advance(milliseconds),
    timezone: 'UTC',
    record: (exchange) => void log.push(exchange),
  };
  return { server, clock, world, log, answer: (...answers) => void line.splice(0, line.length, ...answers) };
}
