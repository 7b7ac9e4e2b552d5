import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { FormProblem } from './form/form-problem.ts';

/** Bytes that a form may have; Salesforce sends at most 1 MB as one event. */
export const MOST_BYTES = 2_000_000;

/** Nothing is loaded from, sent to or framed by another place. */
export const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Whether a request is meant for this page: its host is this machine, and no other site sent it. */
export function isOurs({ host, origin }: IncomingHttpHeaders, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** The form in a request. Throws FormProblem, once everything has arrived, when it is too large. */
export async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length;
    if (bytes <= MOST_BYTES) chunks.push(chunk as Buffer);
  }
  if (bytes > MOST_BYTES)
    throw new FormProblem(
      '',
      `What you sent has ${(bytes / 1_000_000).toFixed(1)} MB, more than this page takes (${MOST_BYTES / 1_000_000} MB).`,
      'Salesforce sends at most 1 MB as one event; paste one event, not a list.',
    );
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
