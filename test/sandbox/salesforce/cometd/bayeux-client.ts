import type { SalesforceStandIn } from '../salesforce.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests read into messages of every shape
export type Answer = any;

/** A bare CometD client for tests, made of fetch: it keeps cookies by hand and sends what it is told. */
export interface BayeuxClient {
  clientId: string;
  readonly cookies: Map<string, string>;
  /** Sends messages in one request; answers the answers to them, events included. */
  send(
    messages: readonly Readonly<Record<string, unknown>>[],
    signal?: AbortSignal,
  ): Promise<readonly Answer[]>;
  /** Sends one message to a meta channel such as `connect` and answers the answer to it, which comes last. */
  ask(channel: string, more?: Readonly<Record<string, unknown>>): Promise<Answer>;
  handshake(): Promise<Answer>;
  subscribe(channel: string, replayId?: unknown): Promise<Answer>;
  /** Connects with a hold of so many milliseconds; answers the events. */
  connect(timeout: number): Promise<readonly Answer[]>;
  /** Connects until two answers bring no event, as a short session does; answers the events. */
  drain(): Promise<readonly Answer[]>;
}

/** A client with a token, a fresh one unless told; `null` sends none. */
export function bayeuxClient(
  salesforce: SalesforceStandIn,
  token: string | null = salesforce.issueToken().accessToken,
): BayeuxClient {
  let ids = 0;
  const client: BayeuxClient = {
    clientId: '',
    cookies: new Map(),
    send: async (messages, signal) => {
      const response = await fetch(`${salesforce.url}/cometd/66.0`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(client.cookies.size === 0
            ? {}
            : { cookie: [...client.cookies].map((pair) => pair.join('=')).join('; ') }),
        },
        body: JSON.stringify(messages.map((message) => ({ id: String(++ids), ...message }))),
        ...(signal === undefined ? {} : { signal }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
        client.cookies.set(name, value);
      }
      return (await response.json()) as readonly Answer[];
    },
    ask: async (channel, more = {}) =>
      (await client.send([{ channel: `/meta/${channel}`, clientId: client.clientId, ...more }])).at(-1),
    handshake: async () => {
      const [answer] = await client.send([
        {
          channel: '/meta/handshake',
          version: '1.0',
          minimumVersion: '1.0',
          supportedConnectionTypes: ['long-polling'],
          ext: { replay: true },
        },
      ]);
      client.clientId = answer.clientId;
      return answer;
    },
    subscribe: (channel, replayId) =>
      client.ask('subscribe', {
        subscription: channel,
        ...(replayId === undefined ? {} : { ext: { replay: { [channel]: replayId } } }),
      }),
    connect: async (timeout) => {
      const answers = await client.send([connectOf(client, timeout)]);
      return answers.filter(({ data }) => data !== undefined);
    },
    drain: async () => {
      const events: Answer[] = [];
      for (let empty = 0; empty < 2; ) {
        const more = await client.connect(1000);
        empty = more.length === 0 ? empty + 1 : 0;
        events.push(...more);
      }
      return events;
    },
  };
  return client;
}

/** A connect message of a client that lets it be held so many milliseconds. */
export function connectOf({ clientId }: BayeuxClient, timeout: number) {
  return { channel: '/meta/connect', clientId, connectionType: 'long-polling', advice: { timeout } };
}
