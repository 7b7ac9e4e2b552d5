import { transaction } from '../dml/transaction.ts';
import { badRequest, type SalesforceFault } from '../error.ts';
import type { Org } from '../org.ts';
import { fillReferences } from './reference.ts';
import { bodyObject, type RestAnswer, type RestRequest, type RestRoute } from './rest-route.ts';

const MOST_PARTS = 25;
const MOST_QUERIES = 5;

/** A call of several parts: one after the other, or independent ones. */
export const compositeRoutes: readonly RestRoute[] = [
  { method: 'POST', path: '/composite', handle: composite },
  { method: 'POST', path: '/composite/batch', handle: batch },
];

interface Part {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

const halted: RestAnswer = {
  status: 400,
  body: [
    {
      errorCode: 'PROCESSING_HALTED',
      message: 'The transaction was rolled back since another operation in the same transaction failed.',
    },
  ],
};

function composite(org: Org, request: RestRequest): RestAnswer {
  const body = bodyObject(request.body);
  const parts = readParts(body.compositeRequest);
  const allOrNone = body.allOrNone === true;
  const answers = allOrNone
    ? runTogether(org, request, parts)
    : runParts(request, parts, () => false).answers;
  return {
    status: 200,
    body: {
      compositeResponse: parts.map((part, position) => {
        const answer = answers[position] ?? halted;
        return {
          body: answer.body ?? null,
          httpHeaders: answer.headers ?? {},
          httpStatusCode: answer.status,
          referenceId: part.referenceId,
        };
      }),
    },
  };
}

/** Runs all parts, or takes everything back and halts the others at the first that fails. */
function runTogether(org: Org, request: RestRequest, parts: readonly Part[]): readonly RestAnswer[] {
  return transaction(org, (takeBack) => {
    const { answers, failed } = runParts(request, parts, isFailure);
    if (failed === undefined) return answers;
    takeBack();
    return parts.map((_part, position) => (position === failed ? (answers[position] ?? halted) : halted));
  });
}

function runParts(
  request: RestRequest,
  parts: readonly Part[],
  stopAt: (answer: RestAnswer) => boolean,
): { readonly answers: readonly RestAnswer[]; readonly failed: number | undefined } {
  const answers: RestAnswer[] = [];
  const results = new Map<string, RestAnswer>();
  for (const [position, part] of parts.entries()) {
    const answer = runPart(request, part, results);
    answers.push(answer);
    results.set(part.referenceId, answer);
    if (stopAt(answer)) return { answers, failed: position };
  }
  return { answers, failed: undefined };
}

function runPart(request: RestRequest, part: Part, results: ReadonlyMap<string, RestAnswer>): RestAnswer {
  const filled = fillReferences({ url: part.url, body: part.body }, results);
  if ('problem' in filled)
    return { status: 400, body: [{ errorCode: 'PROCESSING_HALTED', message: filled.problem }] };
  return request.dispatch({
    method: part.method,
    url: filled.url,
    headers: part.headers,
    body: filled.body,
  });
}

function isFailure(answer: RestAnswer): boolean {
  return answer.status >= 400;
}

function readParts(value: unknown): readonly Part[] {
  if (!Array.isArray(value) || value.length === 0)
    throw badRequest('JSON_PARSER_ERROR', 'compositeRequest is missing or empty.');
  if (value.length > MOST_PARTS) throw tooMany(`more than ${MOST_PARTS} subrequests`);
  const parts = value.map(readPart);
  const counted = parts.filter(({ url }) =>
    /\/services\/data\/v\d+\.0\/(query|composite\/sobjects)\b/.test(url),
  );
  if (counted.length > MOST_QUERIES) throw tooMany(`more than ${MOST_QUERIES} queries or collections`);
  const references = parts.map(({ referenceId }) => referenceId);
  if (new Set(references).size < references.length)
    throw badRequest('INVALID_INPUT', 'Duplicate referenceId provided in composite request.');
  return parts;
}

function readPart(value: unknown): Part {
  const { method, url, referenceId, httpHeaders, body } = bodyObject(value);
  if (typeof referenceId !== 'string' || !/^[A-Za-z0-9_]+$/.test(referenceId))
    throw badRequest(
      'INVALID_INPUT',
      'Provided referenceId must hold only letters, numbers and underscores.',
    );
  if (typeof method !== 'string' || typeof url !== 'string')
    throw badRequest('INVALID_INPUT', `method and url are required: ${referenceId}`);
  if (/\/composite(\/batch)?(\?|$)/.test(url) || !url.startsWith('/services/data/'))
    throw badRequest('INVALID_INPUT', `The url is not allowed in a composite request: ${url}`);
  return {
    method: method.toUpperCase(),
    url,
    referenceId,
    headers: bodyObject(httpHeaders) as Readonly<Record<string, string>>,
    body,
  };
}

function batch(org: Org, request: RestRequest): RestAnswer {
  const { batchRequests, haltOnError } = bodyObject(request.body);
  if (!Array.isArray(batchRequests) || batchRequests.length === 0)
    throw badRequest('JSON_PARSER_ERROR', 'batchRequests is missing or empty.');
  if (batchRequests.length > MOST_PARTS) throw tooMany(`more than ${MOST_PARTS} subrequests`);
  org.countApiCalls(-1);
  let failed = false;
  const results = batchRequests.map((value) => {
    if (failed && haltOnError === true)
      return {
        statusCode: 412,
        result: [{ errorCode: 'PROCESSING_HALTED', message: 'Batch processing halted.' }],
      };
    org.countApiCalls(1);
    const { method, url, richInput } = bodyObject(value);
    const answer = request.dispatch({
      method: String(method).toUpperCase(),
      url: `/services/data/${String(url).replace(/^\/?(services\/data\/)?/, '')}`,
      headers: {},
      body: richInput,
    });
    failed ||= isFailure(answer);
    return { statusCode: answer.status, result: answer.body ?? null };
  });
  return { status: 200, body: { hasErrors: failed, results } };
}

function tooMany(what: string): SalesforceFault {
  return badRequest('LIMIT_EXCEEDED', `The request cannot contain ${what}.`);
}
