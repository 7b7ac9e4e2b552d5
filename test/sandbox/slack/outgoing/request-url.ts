import { type Server, serve } from '../../serve.ts';
import type { Receiver } from './receiver.ts';

/** An app's server for tests: what it was sent, and what it answers next. */
export interface RequestUrl {
  readonly server: Server;
  /** At `https://app.test/slack`. */
  readonly receiver: Receiver;
  /** Sets how every request is answered from now on; an empty 200 at first. */
  answer(make: (body: string) => Response): void;
  /** The body of the last request, as the form or the JSON it is. */
  lastForm(): Readonly<Record<string, string>>;
  lastJson(): Readonly<Record<string, unknown>>;
}

/** Starts it. */
export async function startRequestUrl(): Promise<RequestUrl> {
  let make: (body: string) => Response = () => new Response(null);
  const server = await serve('app', async (request) => make(await request.text()));
  const last = () => server.calls.at(-1)?.body ?? '';
  return {
    server,
    receiver: { url: 'https://app.test/slack', hosts: { 'https://app.test': server.url } },
    answer: (next) => {
      make = next;
    },
    lastForm: () => Object.fromEntries(new URLSearchParams(last())),
    lastJson: () => JSON.parse(last()),
  };
}
