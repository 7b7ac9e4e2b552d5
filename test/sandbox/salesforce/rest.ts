import type { Author } from './dml/author.ts';
import { badRequest, notFound, SalesforceFault } from './error.ts';
import type { Org } from './org.ts';
import { chatterRoutes } from './routes/chatter.ts';
import { collectionRoutes } from './routes/collection.ts';
import { compositeRoutes } from './routes/composite.ts';
import { describeRoutes } from './routes/describe.ts';
import { limitsRoutes } from './routes/limits.ts';
import { queryRoutes } from './routes/query.ts';
import { recordRoutes } from './routes/record.ts';
import type { RestAnswer, RestPart, RestRoute } from './routes/rest-route.ts';

/** Every resource below the versioned root. */
export const restRoutes: readonly RestRoute[] = [
  ...queryRoutes,
  ...limitsRoutes,
  ...describeRoutes,
  ...compositeRoutes,
  ...collectionRoutes,
  ...chatterRoutes,
  ...recordRoutes,
];

const ROOT = /^(\/services\/data\/v(\d+)\.0)(\/.*)?$/;
const OLDEST = 31;
const NEWEST = 68;

/** Answers a call of a caller whose session is valid; a refusal becomes the error array Salesforce answers. */
export function answerRest(org: Org, author: Author, part: RestPart): RestAnswer {
  try {
    return route(org, author, part);
  } catch (error) {
    if (error instanceof SalesforceFault) return { status: error.status, body: error.problems };
    throw error;
  }
}

function route(org: Org, author: Author, part: RestPart): RestAnswer {
  const url = new URL(part.url, 'http://salesforce.invalid');
  const [, base, version, path = '/'] = ROOT.exec(url.pathname) ?? [];
  if (base === undefined) throw notFound();
  if (Number(version) < OLDEST)
    throw new SalesforceFault(410, {
      message: 'The requested API version has been retired.',
      errorCode: 'UNSUPPORTED_API_VERSION',
    });
  if (Number(version) > NEWEST) throw notFound();
  const matches = restRoutes.flatMap((candidate) => {
    const params = match(candidate.path, path);
    return params === undefined ? [] : [{ candidate, params }];
  });
  const found = matches.find(({ candidate }) => candidate.method === part.method);
  if (found === undefined) {
    if (matches.length === 0) throw notFound();
    const allowed = matches.map(({ candidate }) => candidate.method).join(',');
    throw new SalesforceFault(405, {
      message: `HTTP Method '${part.method}' not allowed. Allowed are ${allowed}`,
      errorCode: 'METHOD_NOT_ALLOWED',
    });
  }
  const headers = new Map(Object.entries(part.headers).map(([name, value]) => [name.toLowerCase(), value]));
  return found.candidate.handle(org, {
    method: part.method,
    path,
    params: found.params,
    query: url.searchParams,
    header: (name) => headers.get(name.toLowerCase()),
    body: part.body,
    author,
    base,
    dispatch: (inner) => answerRest(org, author, inner),
  });
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const expected = pattern.split('/');
  const actual = path.replace(/(?<=.)\/$/, '').split('/');
  if (expected.length !== actual.length) return undefined;
  const params: Record<string, string> = {};
  for (const [position, segment] of expected.entries()) {
    const text = actual[position] ?? '';
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(text);
    else if (segment !== text) return undefined;
  }
  return params;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('BAD_REQUEST', `The path segment ${text} is not encoded correctly`);
  }
}
