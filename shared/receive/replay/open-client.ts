import * as cometd from 'cometd';
import { CometD, type Transport } from 'cometd';

/** A request as the client hands it to its transport. */
interface Packet {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly onSuccess: (text: string) => void;
  readonly onError: (reason: string) => void;
}

/** A request under way, in the words of the client, which was written for browsers. */
interface Sent {
  status: number;
  readonly readyState: number;
  abort(): void;
}

/** The class that the client's own types leave out. */
const { LongPollingTransport } = cometd as unknown as {
  readonly LongPollingTransport: new () => Transport & { xhrSend(packet: Packet): Sent };
};

/** The client looks for its timers in a browser's window; a process that has none gets one that holds only these. */
function openWindow(): void {
  const holder = globalThis as { window?: object };
  holder.window ??= { setTimeout, clearTimeout, XMLHttpRequest: { UNSENT: 0 } };
}

/**
 * A CometD client that polls long by `fetch`, with the cookies of the handshake, without which Salesforce does not know the
 * client again. Redirects are errors, so that a token goes nowhere else.
 */
export function openClient(send: typeof fetch): CometD {
  openWindow();
  const client = new CometD();
  client.unregisterTransports();
  client.registerTransport('long-polling', longPolling(send));
  return client;
}

function longPolling(send: typeof fetch): Transport {
  const cookies = new Map<string, string>();
  const transport = new LongPollingTransport();
  transport.xhrSend = ({ url, headers, body, onSuccess, onError }) => {
    const stop = new AbortController();
    const sent: Sent = { status: 0, readyState: 1, abort: () => stop.abort() };
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const post = async (): Promise<void> => {
      const answer = await send(url, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
        body,
        redirect: 'error',
        signal: stop.signal,
      });
      for (const line of answer.headers.getSetCookie()) keep(cookies, line);
      sent.status = answer.status;
      const text = await answer.text();
      return answer.status === 200 ? onSuccess(text) : onError(answer.statusText);
    };
    post().catch(({ message }: Error) => onError(message));
    return sent;
  };
  return transport;
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name, value] = /^\s*([^=;]+)=([^;]*)/.exec(line) ?? [];
  if (name !== undefined && value !== undefined) cookies.set(name, value);
}
