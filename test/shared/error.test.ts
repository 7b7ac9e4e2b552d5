import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as errors from '../../shared/error.ts';
import { InvalidTreeError } from '../../shared/language/invalid-tree-error.ts';
import { connectSalesforce } from '../../shared/salesforce/client.ts';
import { connectSlack } from '../../shared/slack/client.ts';
import { type Server, serve } from '../sandbox/serve.ts';

const THING = 'Thing__c';
/** One of every class, each told of a thing that it must name. */
const every: readonly errors.DealwireError[] = [
  new errors.SalesforceSessionExpiredError(),
  new errors.SalesforceGrantRevokedError(THING),
  new errors.SalesforceLimitedError(900),
  new errors.SalesforceUsedUpError(),
  new errors.SalesforceUnavailableError(THING, 30),
  new errors.SalesforceRefusedError('X', THING, 'Do it.'),
  new errors.SlackTokenRevokedError(THING),
  new errors.SlackLimitedError(THING, 3),
  new errors.SlackUnavailableError(THING, 'no answer', 30),
  new errors.SlackRefusedError(THING, 'x', 'Do it.'),
  new errors.MissingScopeError('pins.add', THING),
  new errors.MissingFieldError(THING),
  new errors.MissingObjectError(THING),
  new errors.InvalidInputError(THING, 'it is empty', 'Fill it in.'),
  new errors.RecordNotFoundError('Opportunity', THING),
  new errors.DeliveryBusyError(THING, 600),
  new errors.DeliveryUnsureError(THING),
  new errors.NoDestinationError(),
  new errors.PushRefusedError(THING),
  new errors.OutOfTimeError(),
  new errors.NotExpressibleError('iml', THING, 'where', 'it cannot', 'Say it otherwise.'),
  new InvalidTreeError(THING, 'where', 'it is none'),
];

describe('Every error', () => {
  it('has its own code, and every code has its error', () => {
    expect(every.map(({ code }) => code).sort()).toEqual(Object.values(errors.ErrorCode).sort());
  });

  it.each(
    every.map((error) => [error.name, error] as const),
  )('%s says what, and what to do', (name, error) => {
    expect(error).toBeInstanceOf(errors.DealwireError);
    expect(error.constructor.name).toBe(name);
    expect(error.message).toMatch(/^[A-Z"].*\.$/s);
    expect(error.fix).toMatch(/^[A-Z].*\.$/s);
    if (inspect(error).includes(THING)) expect(error.message).toContain(THING);
  });

  it.each([
    ['Dealwire_Delivery__c', 'Key__c', /Deploy the Dealwire package.*Dealwire Core/],
    ['Dealwire_Subscription__c', 'Url__c', /Deploy the part push.*Dealwire Push/],
  ])('about %s names what of the package brings it', (object, field, fix) => {
    expect(new errors.MissingObjectError(object).fix).toMatch(fix);
    expect(new errors.MissingFieldError(`${object}.${field}`).fix).toMatch(fix);
  });

  it('keeps its cause', () => {
    const cause = new Error('x');
    for (const error of [
      new errors.SalesforceSessionExpiredError({ cause }),
      new errors.OutOfTimeError({ cause }),
      new errors.DeliveryBusyError('k', 1, { cause }),
    ])
      expect(error.cause).toBe(cause);
  });
});

describe('No token and no content of an answer gets into an error', () => {
  let service: Server;
  let reply: () => Response | 'cut' = () => new Response();
  beforeAll(async () => {
    service = await serve('echo', async () => new Response('{}'));
    service.intercept(() => {
      const answer = reply();
      return answer === 'cut' ? 'before' : answer;
    });
  });
  afterAll(() => service.close());

  const token = fc.string({ unit: fc.constantFrom(...'abcXYZ019'), minLength: 20, maxLength: 40 });
  const code = fc.constantFrom(
    'STRING_TOO_LONG',
    'INVALID_FIELD',
    'INVALID_TYPE',
    'INVALID_SESSION_ID',
    'UNKNOWN_EXCEPTION',
    'NOT_FOUND',
    'DUPLICATE_VALUE',
    'MALFORMED_QUERY',
  );
  const status = fc.constantFrom(200, 302, 400, 401, 403, 404, 429, 500, 503);
  const type = fc.constantFrom('application/json', 'text/html', 'text/plain', 'application/xml');

  const everythingOf = (error: unknown) => inspect(error, { depth: null, showHidden: true });

  it('of Salesforce, whatever it answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        token,
        code,
        status,
        type,
        fc.boolean(),
        async (secret, errorCode, http, kind, cut) => {
          const content = `Acme<${secret.slice(0, 9)}>`;
          const body = JSON.stringify([{ errorCode, message: `${content} Bearer ${secret}` }]);
          const location = http === 302 ? { location: `${service.url}/elsewhere` } : {};
          reply = () =>
            cut
              ? 'cut'
              : new Response(body, { status: http, headers: { 'content-type': kind, ...location } });
          const client = connectSalesforce({ instanceUrl: service.url, accessToken: secret });
          const outcome = await client({ method: 'GET', path: '/x' }).catch((error: unknown) => error);
          if (outcome instanceof errors.DealwireError && !namesAdminText(outcome)) {
            expect(everythingOf(outcome)).not.toContain(secret);
            expect(everythingOf(outcome)).not.toContain(content);
          } else if (outcome instanceof Error) expect(outcome).toBeInstanceOf(errors.DealwireError);
        },
      ),
      { seed: 20_261_120, numRuns: 150 },
    );
  });

  it('of Slack, whatever it answers', async () => {
    await fc.assert(
      fc.asyncProperty(token, status, type, fc.boolean(), async (secret, http, kind, cut) => {
        reply = () =>
          cut ? 'cut' : new Response(`Acme <${secret}>`, { status: http, headers: { 'content-type': kind } });
        const slack = connectSlack({ token: `xoxb-${secret}`, apiUrl: `${service.url}/api/` });
        const outcome = await slack('chat.postMessage', { text: secret }).catch((error: unknown) => error);
        expect(outcome).toBeInstanceOf(errors.DealwireError);
        expect(everythingOf(outcome)).not.toContain(secret);
      }),
      { seed: 20_261_120, numRuns: 150 },
    );
  });
});

function namesAdminText(error: errors.DealwireError): boolean {
  return error instanceof errors.SalesforceRefusedError && error.errorCode === 'NOT_FOUND';
}
