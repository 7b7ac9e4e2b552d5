import { Refusal } from '../refusal.ts';
import { reply } from '../reply.ts';
import type { Workspace } from '../workspace.ts';
import { postResponse } from './post-response.ts';
import type { ResponseUrls } from './response-urls.ts';

/**
 * Takes an answer posted to a response URL: 200 `ok`, 404 for an address that is unknown, too old or used up, 400 with
 * the error code for a body or a message that is refused; only what is shown counts as a use. Slack documents the
 * limits and the keys, not these statuses.
 */
export async function answerResponseUrl(
  workspace: Workspace,
  urls: ResponseUrls,
  request: Request,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const conversation = urls.find(pathname);
  if (typeof conversation === 'string') return reply({ ok: false, error: conversation }, { status: 404 });
  const answer = await readJson(request);
  if (answer === undefined) return reply({ ok: false, error: 'invalid_payload' }, { status: 400 });
  try {
    postResponse(workspace, conversation, answer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reply({ ok: false, error: error.code, ...error.details }, { status: 400 });
  }
  urls.use(pathname);
  return new Response('ok');
}

async function readJson(request: Request): Promise<Readonly<Record<string, unknown>> | undefined> {
  const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false;
  if (request.method !== 'POST' || !isJson) return undefined;
  try {
    const value: unknown = await request.json();
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}
