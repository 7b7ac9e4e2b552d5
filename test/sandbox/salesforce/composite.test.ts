import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RestCaller, ROOT, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { DEMO_DEAL } from './sample-org/opportunity.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

interface PartAnswer {
  readonly referenceId: string;
  readonly httpStatusCode: number;
  readonly httpHeaders: Record<string, string>;
  // biome-ignore lint/suspicious/noExplicitAny: bodies have every shape
  readonly body: any;
}

const part = (referenceId: string, method: string, path: string, body?: unknown) => ({
  referenceId,
  method,
  url: ROOT + path,
  ...(body === undefined ? {} : { body }),
});
const row = (referenceId: string, body: unknown) =>
  part(referenceId, 'POST', '/sobjects/Dealwire_Delivery__c', body);
const find = (referenceId: string, soql: string) =>
  part(referenceId, 'GET', `/query?q=${encodeURIComponent(soql).replaceAll('%20', '+')}`);

const send = (compositeRequest: unknown, allOrNone = false) =>
  rest.call('POST', '/composite', { allOrNone, compositeRequest });
const run = async (parts: unknown, allOrNone = false): Promise<readonly PartAnswer[]> =>
  (await send(parts, allOrNone)).body.compositeResponse;
const statuses = (answers: readonly PartAnswer[]) => answers.map(({ httpStatusCode }) => httpStatusCode);
const keys = async (like: string) =>
  (
    await rest.query(`SELECT Key__c FROM Dealwire_Delivery__c WHERE Key__c LIKE '${like}' ORDER BY Key__c`)
  ).body.records.map(({ Key__c }: { Key__c: string }) => Key__c);

describe('composite', () => {
  test('answers its parts in order, each with status, headers and body', async () => {
    const answers = await run([
      find('facts', `SELECT Id, AccountId FROM Opportunity WHERE Id = '${DEMO_DEAL}'`),
      row('claim', { Key__c: 'ordered', Record_Id__c: '@{facts.records[0].Id}' }),
      part('note', 'PATCH', '/sobjects/Dealwire_Delivery__c/@{claim.id}', { Status__c: 'done' }),
      part('read', 'GET', '/sobjects/Dealwire_Delivery__c/@{claim.id}?fields=Record_Id__c,Status__c'),
      part('again', 'GET', "/query?q=SELECT+Id+FROM+Account+WHERE+Id='@{facts.records[0].AccountId}'"),
    ]);
    expect(statuses(answers)).toEqual([200, 201, 204, 200, 200]);
    expect(answers.map(({ referenceId }) => referenceId)).toEqual([
      'facts',
      'claim',
      'note',
      'read',
      'again',
    ]);
    expect(answers[1]?.httpHeaders).toEqual({
      Location: `${ROOT}/sobjects/Dealwire_Delivery__c/${answers[1]?.body.id}`,
    });
    expect(answers[2]?.body).toBeNull();
    expect(answers[3]?.body).toMatchObject({ Record_Id__c: DEMO_DEAL, Status__c: 'done' });
    expect(answers[4]?.body.totalSize).toBe(1);
  });

  test('lets a part fail by itself', async () => {
    const answers = await run([
      row('one', { Key__c: 'single' }),
      row('two', { Key__c: 'single' }),
      find('missing', 'SELECT Id FROM Nothing'),
      row('three', { Key__c: 'single-3' }),
    ]);
    expect(statuses(answers)).toEqual([201, 400, 400, 201]);
    expect(answers[1]?.body).toMatchObject([{ errorCode: 'DUPLICATE_VALUE', fields: ['Key__c'] }]);
    expect(answers[2]?.body).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
    expect(await keys('single%')).toEqual(['single', 'single-3']);
  });

  test('all or none takes everything back and halts the others', async () => {
    const events = salesforce.changeEvents.length;
    const answers = await run(
      [
        row('one', { Key__c: 'together' }),
        part('stage', 'PATCH', `/sobjects/Opportunity/${DEMO_DEAL}`, { StageName: 'Closed Won' }),
        row('two', { Key__c: 'together' }),
        row('three', { Key__c: 'together-3' }),
      ],
      true,
    );
    expect(statuses(answers)).toEqual([400, 400, 400, 400]);
    expect(answers[2]?.body[0].errorCode).toBe('DUPLICATE_VALUE');
    for (const position of [0, 1, 3])
      expect(answers[position]?.body).toEqual([
        {
          errorCode: 'PROCESSING_HALTED',
          message: 'The transaction was rolled back since another operation in the same transaction failed.',
        },
      ]);
    expect(await keys('together%')).toEqual([]);
    const deal = salesforce.records('Opportunity').find(({ Id }) => Id === DEMO_DEAL);
    expect(deal).toMatchObject({ StageName: 'Negotiation/Review', IsWon: false });
    expect(
      salesforce.records('OpportunityHistory').filter(({ OpportunityId }) => OpportunityId === DEMO_DEAL),
    ).toHaveLength(2);
    expect(salesforce.changeEvents).toHaveLength(events);
  });

  test('all or none keeps everything when all succeed', async () => {
    const answers = await run([row('one', { Key__c: 'both-1' }), row('two', { Key__c: 'both-2' })], true);
    expect(statuses(answers)).toEqual([201, 201]);
    expect(await keys('both%')).toEqual(['both-1', 'both-2']);
  });

  test('a key taken back can be used', async () => {
    await run([row('one', { Key__c: 'back' }), row('two', { Key__c: 'back' })], true);
    expect(statuses(await run([row('one', { Key__c: 'back' })]))).toEqual([201]);
  });

  test('a reference to nothing, or to a failed part, halts that part only', async () => {
    const answers = await run([
      find('none', "SELECT Id, AccountId FROM Opportunity WHERE Name = 'no such deal'"),
      row('a', { Key__c: 'ref-a', Record_Id__c: '@{none.records[0].Id}' }),
      row('b', { Key__c: 'ref-b', Record_Id__c: '@{a.id}' }),
      row('c', { Key__c: 'ref-c', Record_Id__c: '@{never.id}' }),
      row('d', { Key__c: 'ref-d' }),
    ]);
    expect(statuses(answers)).toEqual([200, 400, 400, 400, 201]);
    expect(answers[1]?.body).toEqual([
      {
        errorCode: 'PROCESSING_HALTED',
        message: 'Invalid reference specified. No value for none.records[0].Id found in none',
      },
    ]);
  });

  test('text that only looks like a reference stays as it is', async () => {
    const answers = await run([row('one', { Key__c: 'mail@{x' }), row('two', { Key__c: '@channel {id}' })]);
    expect(statuses(answers)).toEqual([201, 201]);
  });

  test('counts as one call', async () => {
    salesforce.forget();
    await run([
      row('one', { Key__c: 'count-1' }),
      row('two', { Key__c: 'count-2' }),
      part('l', 'GET', '/limits'),
    ]);
    expect(salesforce.apiCalls).toBe(1);
  });

  test('of parallel composites that claim one key exactly one gets it', async () => {
    const claims = await Promise.all(
      Array.from({ length: 10 }, () =>
        run([
          find('facts', `SELECT Id FROM Opportunity WHERE Id = '${DEMO_DEAL}'`),
          row('claim', { Key__c: 'parallel' }),
        ]),
      ),
    );
    expect(claims.map((answers) => answers[1]?.httpStatusCode).sort()).toEqual([201, ...Array(9).fill(400)]);
  });

  const many = (count: number, make: (name: string) => unknown) =>
    Array.from({ length: count }, (_unused, number) => make(`p${number}`));

  test.each([
    ['more than 25 parts', () => many(26, (name) => part(name, 'GET', '/limits')), 'LIMIT_EXCEEDED'],
    ['more than 5 queries', () => many(6, (name) => find(name, 'SELECT Id FROM User')), 'LIMIT_EXCEEDED'],
    ['no parts', () => [], 'JSON_PARSER_ERROR'],
    [
      'two parts of one name',
      () => [part('a', 'GET', '/limits'), part('a', 'GET', '/limits')],
      'INVALID_INPUT',
    ],
    ['a name with a hyphen', () => [part('a-b', 'GET', '/limits')], 'INVALID_INPUT'],
    ['a part without a name', () => [{ method: 'GET', url: `${ROOT}/limits` }], 'INVALID_INPUT'],
    ['a part without an address', () => [{ method: 'GET', referenceId: 'a' }], 'INVALID_INPUT'],
    ['a composite inside', () => [part('a', 'POST', '/composite', {})], 'INVALID_INPUT'],
    [
      'an address elsewhere',
      () => [{ ...part('a', 'GET', ''), url: 'https://evil.example/' }],
      'INVALID_INPUT',
    ],
  ])('%s is refused as a whole', async (_what, parts, code) => {
    const { status, body } = await send(parts());
    expect([status, body[0].errorCode]).toEqual([400, code]);
  });

  test('25 parts with 5 queries are allowed', async () => {
    const parts = [
      ...many(5, (name) => find(`q${name}`, 'SELECT Id FROM User LIMIT 1')),
      ...many(20, (name) => part(name, 'GET', '/limits')),
    ];
    expect(new Set(statuses(await run(parts)))).toEqual(new Set([200]));
  });

  test('an exhausted allowance or an expired session refuses the whole call', async () => {
    salesforce.apiUsage.exhausted = true;
    const { status, body } = await send([part('a', 'GET', '/limits')]);
    salesforce.apiUsage.exhausted = false;
    expect([status, body[0].errorCode]).toEqual([403, 'REQUEST_LIMIT_EXCEEDED']);
  });
});

describe('composite batch', () => {
  test('runs independent parts, each counted', async () => {
    salesforce.forget();
    const { body } = await rest.call('POST', '/composite/batch', {
      batchRequests: [
        { method: 'GET', url: 'v66.0/limits' },
        { method: 'GET', url: 'v66.0/sobjects/Nothing/describe' },
        { method: 'POST', url: 'v66.0/sobjects/Account', richInput: { Name: 'Batch' } },
      ],
    });
    expect(body.hasErrors).toBe(true);
    expect(body.results.map(({ statusCode }: { statusCode: number }) => statusCode)).toEqual([200, 404, 201]);
    expect(salesforce.apiCalls).toBe(3);
  });

  test('may halt at the first error', async () => {
    const { body } = await rest.call('POST', '/composite/batch', {
      haltOnError: true,
      batchRequests: [
        { method: 'GET', url: 'v66.0/nonsense' },
        { method: 'GET', url: 'v66.0/limits' },
      ],
    });
    expect(body.results.map(({ statusCode }: { statusCode: number }) => statusCode)).toEqual([404, 412]);
  });
});
