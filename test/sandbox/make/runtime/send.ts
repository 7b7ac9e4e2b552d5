import { mapHost } from '../../map-host.ts';
import { MakeError, MakeLimitError } from '../error.ts';
import type { RequestDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { type Answer, declaredType, parseBody } from './answer.ts';
import { MODULE_LIMITS } from './budget.ts';
import type { BuiltRequest } from './built-request.ts';
import { sanitized } from './log.ts';
import type { Session } from './session.ts';

/**
 * Sends a request to the stand-in of its host and logs the exchange. Throws UnmappedHostError, and MakeError of type
 * ConnectionError when no answer comes.
 */
export async function send(
  session: Session,
  request: BuiltRequest,
  step: RequestDirectives,
  place: string,
): Promise<Answer> {
  const at = `${session.file} ${place}`;
  const record = (response?: Readonly<Record<string, unknown>>) =>
    session.world.record?.(
      sanitized({ file: session.file, request: request.logged, response }, step.log?.sanitize ?? []),
    );
  session.budget.checkTime();
  let response: Response;
  try {
    response = await follow(session, request, request.url, at, 0);
  } catch (error) {
    if (error instanceof MakeError) record();
    throw error;
  }
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = Object.fromEntries(response.headers);
  const type = declaredType(step.response?.type, response.status);
  try {
    const body = parseBody(type, headers['content-type'] ?? '', bytes, at);
    record({ statusCode: response.status, headers, body });
    session.budget.checkTime();
    return { statusCode: response.status, statusText: response.statusText, headers, body };
  } catch (error) {
    record({ statusCode: response.status, headers });
    throw error;
  }
}

async function follow(
  session: Session,
  request: BuiltRequest,
  url: string,
  place: string,
  redirects: number,
): Promise<Response> {
  if (redirects > MODULE_LIMITS.redirects)
    throw new MakeLimitError(`${place}: more than ${MODULE_LIMITS.redirects} redirects. Call the final URL.`);
  session.budget.countRequest();
  const response = await attempt(session, request, mapHost(session.world.hosts, url));
  const location = response.headers.get('location');
  if (!request.followRedirects || response.status < 300 || response.status >= 400 || location === null)
    return response;
  const next = new URL(location, url);
  if (request.method !== 'GET' || next.origin !== new URL(url).origin) refuse('redirect', place);
  await response.arrayBuffer();
  return follow(session, request, next.href, place, redirects + 1);
}

async function attempt(session: Session, request: BuiltRequest, url: string): Promise<Response> {
  const headers = new Headers();
  for (const [name, value] of request.headers) headers.append(name, value);
  const { method, body } = request;
  try {
    const response = await session.world.fetch(url, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return response;
  } catch (error) {
    if ((error as Partial<Error>).name === 'TypeError')
      throw new MakeError('ConnectionError', `No answer from ${new URL(request.url).origin}.`);
    throw error;
  }
}
