import { createHmac } from 'node:crypto';

/** The `v0=…` signature of a request; `timestamp` in epoch seconds. */
export function signatureOf(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** The headers that let a receiver check who sent a request, and when. */
export function signatureHeaders(
  secret: string,
  timestamp: number,
  body: string,
): Readonly<Record<string, string>> {
  return {
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': signatureOf(secret, timestamp, body),
  };
}
