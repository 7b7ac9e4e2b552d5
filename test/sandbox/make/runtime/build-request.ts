import { MakeAppError } from '../error.ts';
import type { RequestDirectives } from '../load/directives.ts';
import { refuse } from '../refuse.ts';
import { type BuiltBody, buildBody } from './build-body.ts';
import { buildHeaders } from './build-headers.ts';
import { buildQuery } from './build-query.ts';
import type { BuiltRequest } from './built-request.ts';
import { render, renderText } from './render.ts';
import type { Session, Variables } from './session.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Renders the request part of a step, Base included. Throws MakeAppError for what no HTTP client could send. */
export function buildRequest(
  session: Session,
  step: RequestDirectives,
  more: Variables,
  place: string,
): BuiltRequest {
  const at = `${session.file} ${place}`;
  const method = renderText(session, step.method ?? 'GET', more, `${place}/method`).toUpperCase();
  if (!METHODS.includes(method))
    throw new MakeAppError(`${at}: the method is "${method}". Use one of ${METHODS.join(', ')}.`);
  const address = addressOf(session, step, more, place);
  const qs = render(session, step.qs ?? {}, more, `${place}/qs`) as Variables;
  const query = buildQuery(qs, at);
  if (query !== '' && address.includes('?')) refuse('query-twice', at);
  const headers = buildHeaders(session, step.headers ?? {}, more, place);
  const body: BuiltBody =
    method === 'GET' || step.body === undefined
      ? { sent: undefined, contentType: undefined, logged: undefined }
      : buildBody(step.type ?? 'json', render(session, step.body, more, `${place}/body`), headers, at);
  return {
    method,
    url: query === '' ? address : `${address}?${query}`,
    headers: body.contentType === undefined ? headers : [...headers, ['Content-Type', body.contentType]],
    body: body.sent,
    followRedirects: step.followRedirects ?? true,
    logged: { method, url: address, headers: Object.fromEntries(headers), qs, body: body.logged },
  };
}

function addressOf(session: Session, step: RequestDirectives, more: Variables, place: string): string {
  const at = `${session.file} ${place}/url`;
  const own = renderText(session, step.url ?? '', more, `${place}/url`);
  const relative = own.startsWith('/');
  if (relative && session.base?.baseUrl === undefined)
    throw new MakeAppError(
      `${at}: a url from "/" needs a baseUrl in Base, and none is inherited here. Write the whole URL.`,
    );
  const address = relative
    ? `${renderText(session, session.base?.baseUrl ?? '', more, 'Base/baseUrl')}${own}`
    : own;
  if ((step.encodeUrl ?? true) && !/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]*$/.test(address))
    refuse('encode-url', at);
  if (!/^https?:\/\/[^\s/]+/.test(address) || !URL.canParse(address))
    throw new MakeAppError(`${at}: the url is no http address. Check that the connection holds the host.`);
  return address;
}
