import { defineEmulator } from 'emulate';
import { bearerOf } from './bearer.ts';
import type { ClientApp } from './client-app.ts';
import { type Cometd, versionProblem } from './cometd/cometd.ts';
import { restClient } from './dml/author.ts';
import type { Org } from './org.ts';
import { answerRest, restRoutes } from './rest.ts';
import { identityOf } from './routes/identity.ts';
import { createOAuth, type OAuthAnswer } from './routes/oauth.ts';
import type { RestAnswer } from './routes/rest-route.ts';
import type { Sessions } from './sessions.ts';

/** A route as the emulator registered it. */
export interface RegisteredRoute {
  readonly method: string;
  readonly path: string;
}

/** What the emulator serves. */
export interface EmulatorParts {
  readonly org: Org;
  readonly sessions: Sessions;
  readonly client: ClientApp;
  readonly cometd: Cometd;
  readonly authorizingUserId: string;
  readonly url: () => string;
  /** Told every registered route. */
  readonly onRoutes: (routes: readonly RegisteredRoute[]) => void;
}

const VERSIONS = Array.from({ length: 28 }, (_unused, position) => 41 + position);

/** The HTTP surface of the stand-in. */
export function salesforceEmulator(parts: EmulatorParts) {
  const { org, sessions, url } = parts;
  const oauth = createOAuth(parts);

  const callerOf = (request: Request): string | undefined => sessions.userOf(bearerOf(request) ?? '');

  const rest = async (request: Request): Promise<Response> => {
    const userId = callerOf(request);
    if (userId === undefined)
      return json(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
    if (org.apiUsage.exhausted || org.apiUsage.used >= org.apiUsage.max)
      return json(
        403,
        [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }],
        usage(org),
      );
    const text = await request.text();
    const body = parseJson(text);
    org.countApiCalls(1);
    if (body === undefined)
      return json(
        400,
        [{ message: 'The request body is not valid JSON', errorCode: 'JSON_PARSER_ERROR' }],
        usage(org),
      );
    const address = new URL(request.url);
    const answer = answerRest(org, restClient(userId, versionIn(address.pathname), clientOf(request)), {
      method: request.method,
      url: address.pathname + address.search,
      headers: Object.fromEntries(request.headers),
      body: body.value,
    });
    return toResponse(answer, usage(org));
  };

  return defineEmulator({
    name: 'salesforce',
    state: () => ({}),
    cors: false,
    setup({ app }) {
      app.get('/services/oauth2/authorize', (c) =>
        oauthResponse(oauth.authorize(new URL(c.req.url).searchParams)),
      );
      app.post('/services/oauth2/token', async (c) =>
        oauthResponse(oauth.token(new URLSearchParams(await c.req.text()), c.req.header('authorization'))),
      );
      app.post('/services/oauth2/revoke', async (c) =>
        oauthResponse(oauth.revoke(new URLSearchParams(await c.req.text()))),
      );
      for (const path of ['/services/oauth2/userinfo', '/id/:organization/:user'])
        app.get(path, (c) => {
          const userId = callerOf(c.req.raw);
          return userId === undefined
            ? c.text(
                c.req.header('authorization') === undefined ? 'Missing_OAuth_Token' : 'Bad_OAuth_Token',
                403,
              )
            : json(200, identityOf(org, userId, url()));
        });
      app.get('/services/data', () =>
        json(
          200,
          VERSIONS.map((version) => ({
            label: labelOf(version),
            url: `/services/data/v${version}.0`,
            version: `${version}.0`,
          })),
        ),
      );
      for (const { method, path } of restRoutes)
        app.on(method, `/services/data/:version${path}`, (c) => rest(c.req.raw));
      app.post('/cometd/:version', (c) => parts.cometd.answer(c.req.raw, c.req.param('version')));
      app.get('/cometd/:version', (c) => c.text('Only long-polling over POST is supported', 400));
      parts.onRoutes(app.routeTable.map(({ method, path }) => ({ method, path })));
      app.notFound((c) => {
        if (c.req.path.startsWith('/services/data/')) return rest(c.req.raw);
        if (/^\/cometd\/?$/.test(c.req.path)) return c.text(versionProblem('') ?? '', 400);
        return json(404, [{ message: 'The requested resource does not exist', errorCode: 'NOT_FOUND' }]);
      });
    },
  });
}

/** Winter '27 is v68.0; three releases a year. */
function labelOf(version: number): string {
  const season = ['Spring', 'Summer', 'Winter'][version % 3];
  const year = 27 + Math.floor((version - 66) / 3) + (season === 'Winter' ? 0 : -1);
  return `${season} '${year}`;
}

function versionIn(path: string): string {
  return /^\/services\/data\/v([\d.]+)/.exec(path)?.[1] ?? '';
}

function clientOf(request: Request): string {
  return /client=([^;,]+)/.exec(request.headers.get('sforce-call-options') ?? '')?.[1]?.trim() ?? '';
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  if (text === '') return { value: undefined };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function usage(org: Org): Record<string, string> {
  return { 'Sforce-Limit-Info': `api-usage=${org.apiUsage.used}/${org.apiUsage.max}` };
}

function toResponse(answer: RestAnswer, headers: Readonly<Record<string, string>>): Response {
  const all = { ...answer.headers, ...headers };
  if (answer.body === undefined) return new Response(null, { status: answer.status, headers: all });
  return json(answer.status, answer.body, all);
}

function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json;charset=UTF-8', ...headers },
  });
}

function oauthResponse(answer: OAuthAnswer): Response {
  if (answer.kind === 'redirect')
    return new Response(null, { status: 302, headers: { Location: answer.location } });
  if (answer.kind === 'text') return new Response(answer.body, { status: answer.status });
  return json(answer.status, answer.body);
}
