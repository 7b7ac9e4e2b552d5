/** A message of the Bayeux protocol, as a client sends or receives it. */
export interface BayeuxMessage {
  readonly channel?: unknown;
  readonly id?: unknown;
  readonly clientId?: unknown;
  readonly [key: string]: unknown;
}

/** What a client should do next: connect again, shake hands again, or give up. */
export interface Advice {
  readonly reconnect: 'retry' | 'handshake' | 'none';
  readonly interval?: number;
  readonly timeout?: number;
}

/** The messages of a request's body; `undefined` when it is no JSON array of objects. */
export function readMessages(body: string): readonly BayeuxMessage[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  const isMessage = (item: unknown) => typeof item === 'object' && item !== null && !Array.isArray(item);
  return Array.isArray(value) && value.length > 0 && value.every(isMessage) ? value : undefined;
}

/** The answer to a message: what both have in common, and what the answer adds. */
export function answerTo(
  message: BayeuxMessage,
  successful: boolean,
  more: Readonly<Record<string, unknown>> = {},
): BayeuxMessage {
  const { channel, id, clientId } = message;
  return { ...more, clientId, channel, id, successful };
}

/** A refusal; its error is `<code>:<arguments>:<text>`. */
export function refuse(
  message: BayeuxMessage,
  error: string,
  more: Readonly<Record<string, unknown>> = {},
): BayeuxMessage {
  return answerTo(message, false, { ...more, error });
}
