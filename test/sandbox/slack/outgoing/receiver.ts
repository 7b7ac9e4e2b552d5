import { mapHost } from '../../map-host.ts';
import type { Workspace } from '../workspace.ts';
import { signatureHeaders } from './sign.ts';

/** The request URL of an app, and how it is reached from this machine. */
export interface Receiver {
  readonly url: string;
  /** Where each real origin is served; needed unless `fetch` finds its own way. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** What a `response_url` begins with, for an app that cannot map hosts; https://hooks.slack.com unless told. */
  readonly responseOrigin?: string;
}

/** What came back within the three seconds that Slack waits. */
export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Milliseconds that Slack waits for an answer, on the workspace's clock. */
const PATIENCE = 3000;

/** Posts a signed request and waits for three seconds; `undefined` when there was no answer by then. */
export async function postSigned(
  { clock, app }: Workspace,
  receiver: Receiver,
  contentType: 'application/json' | 'application/x-www-form-urlencoded',
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply | undefined> {
  const sent = clock.now();
  const signature = signatureHeaders(app.signingSecret, Math.floor(sent / 1000), body);
  const response = await send(receiver, {
    method: 'POST',
    headers: { 'content-type': contentType, ...signature, ...headers },
    body,
  });
  if (response === undefined) return undefined;
  const reply = {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: await response.text(),
  };
  return clock.now() - sent > PATIENCE ? undefined : reply;
}

async function send({ url, hosts, fetch: own }: Receiver, init: RequestInit): Promise<Response | undefined> {
  try {
    return await (own ?? fetch)(hosts === undefined ? url : mapHost(hosts, url), init);
  } catch (error) {
    if ((error as Error).name !== 'TypeError') throw error;
    return undefined;
  }
}
