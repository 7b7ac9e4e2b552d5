import type { MountedSlack } from './emulate.ts';
import { type Faults, rateLimited } from './faults.ts';
import { type Input, readInput, text } from './input.ts';
import { checkScopes, type Method, type MethodCall, neededScopes } from './method.ts';
import { METHODS } from './methods.ts';
import { answerResponseUrl } from './outgoing/answer-response-url.ts';
import type { ResponseUrls } from './outgoing/response-urls.ts';
import type { RateLimits } from './rate-limits.ts';
import { explainedRefusal, Refusal } from './refusal.ts';
import { reply } from './reply.ts';
import type { Tokens } from './tokens.ts';
import type { Workspace } from './workspace.ts';

/** The parts that answer a request. */
export interface Front {
  readonly workspace: Workspace;
  readonly mounted: MountedSlack;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly responseUrls: ResponseUrls;
  /** The limits in force; `undefined` while they are switched off. */
  rateLimits: RateLimits | undefined;
}

function methodCalled(request: Request, name: string): Method {
  const method = METHODS.get(name);
  if (!method) throw new Refusal('unknown_method', { req_method: name });
  if (request.method === 'POST' || (request.method === 'GET' && method.verb === 'GET')) return method;
  throw explainedRefusal('invalid_arguments', [`[ERROR] ${name} must be called with POST`]);
}

function tokenOf(request: Request, input: Input): string {
  const header = request.headers.get('authorization');
  return header === null ? text(input, 'token') : header.replace(/^Bearer\s+/i, '');
}

async function answer(front: Front, method: Method, request: Request): Promise<Response> {
  const input = await readInput(request, method.verb === 'POST');
  const { token: _, ...rest } = input;
  const record = front.tokens.authenticate(tokenOf(request, input));
  const wait = front.rateLimits?.take(method.name, method.tier, text(rest, 'channel'));
  if (wait !== undefined) return rateLimited(wait);
  const call: MethodCall = {
    workspace: front.workspace,
    input: rest,
    token: record,
    emulate: (changes) => front.mounted.call(method.name, record.token, changes ?? rest),
  };
  const needed = neededScopes(method, call);
  const headers = {
    'x-oauth-scopes': record.scopes.join(','),
    'x-accepted-oauth-scopes': needed.flat().join(','),
  };
  try {
    checkScopes(needed, record);
    return reply({ ...(await method.answer(call)), ok: true }, { headers });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reply({ ok: false, error: error.code, ...error.details }, { headers });
  }
}

/**
 * Answers one request to the stand-in: `/api/<method>` by the method table, `/` with emulate's inspector page, and what
 * is on hooks.slack.com in reality, the response URLs.
 */
export async function answerRequest(front: Front, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/') return front.mounted.page(request);
  if (/^\/(commands|actions)\//.test(pathname))
    return answerResponseUrl(front.workspace, front.responseUrls, request);
  const name = pathname.match(/^\/api\/([\w.]+)$/)?.[1];
  if (name === undefined) return reply({ ok: false, error: 'not_found' }, { status: 404 });
  const fault = front.faults.take(name);
  if (fault) return fault;
  try {
    return await answer(front, methodCalled(request, name), request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return reply({ ok: false, error: error.code, ...error.details });
  }
}
