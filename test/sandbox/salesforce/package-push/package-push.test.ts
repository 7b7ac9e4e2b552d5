import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Server, serve } from '../../serve.ts';
import { badRequest } from '../error.ts';
import { ROOT, restCaller } from '../rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from '../salesforce.ts';
import { LOGIN_LOOP, PROD_DOWN } from '../sample-org/case.ts';
import { DEMO_DEAL } from '../sample-org/opportunity.ts';
import { ANA } from '../sample-org/user.ts';

const HOOK = 'https://hook.eu1.make.example';

let hook: Server;
let salesforce: SalesforceStandIn;
let answer: () => Response = () => new Response('Accepted');
beforeAll(async () => {
  hook = await serve('hook', async () => answer());
  salesforce = await startSalesforce({ hosts: { [HOOK]: hook.url } });
});
afterAll(async () => {
  await salesforce.close();
  await hook.close();
});

const subscriptions: string[] = [];
const subscribe = (object: string, Url__c = `${HOOK}/abc`, Secret__c = 's3cret', Entry__c = '') =>
  subscriptions.push(
    salesforce.insert('Dealwire_Subscription__c', { Url__c, Object__c: object, Secret__c, Entry__c }),
  );
/** Subscribes to saves that meet a line of the entry criteria. */
const subscribeTo = (object: string, ...lines: readonly string[]) =>
  subscribe(object, undefined, undefined, lines.join('\n'));
beforeEach(() => hook.forget());
afterEach(() => {
  for (const id of subscriptions.splice(0)) salesforce.remove('Dealwire_Subscription__c', id);
  answer = () => new Response('Accepted');
});

/** The bodies of the calls so far. */
const received = async () => {
  await salesforce.settled();
  return hook.calls.map(({ body }) => JSON.parse(body));
};
const lead = (values: Record<string, unknown> = {}) =>
  salesforce.insert('Lead', { LastName: 'L', Company: 'X', ...values });
const deal = () =>
  salesforce.insert('Opportunity', { Name: 'D', StageName: 'Prospecting', CloseDate: '2026-12-31' });

describe("the package's push", () => {
  test('posts the ids of a transaction to a subscription, with its secret', async () => {
    subscribe('Opportunity');
    const id = deal();
    expect(await received()).toEqual([
      {
        secret: 's3cret',
        object: 'Opportunity',
        organizationId: '00Dxx0000000001EAA',
        recordIds: [id],
        jobId: expect.stringMatching(/^707/),
      },
    ]);
    const [call] = hook.calls;
    expect([call?.method, call?.path, call?.headers.get('content-type')]).toEqual([
      'POST',
      '/abc',
      'application/json',
    ]);
    expect(salesforce.push.jobs.at(-1)).toMatchObject({
      status: 'Completed',
      error: '',
      recordIds: new Map([['', [id]]]),
    });
  });

  test.each([
    ['a deal enters a stage', 'Opportunity', DEMO_DEAL, { StageName: 'Closed Won' }, true],
    ['a deal enters a stage of another line', 'Opportunity', DEMO_DEAL, { StageName: 'Closed Lost' }, true],
    ['a deal enters no such stage', 'Opportunity', DEMO_DEAL, { StageName: 'Value Proposition' }, false],
    ['an amount changes', 'Opportunity', DEMO_DEAL, { Amount: 1 }, false],
    ['a case is escalated', 'Case', LOGIN_LOOP, { IsEscalated: true }, true],
    ['an escalated case is escalated', 'Case', PROD_DOWN, { IsEscalated: true, Subject: 'x' }, false],
    ['a case gets a priority', 'Case', LOGIN_LOOP, { Priority: 'Critical' }, true],
    ['a case gets another priority', 'Case', LOGIN_LOOP, { Priority: 'Low' }, false],
    ['a lead changes', 'Lead', '00Qxx0000000601EAA', { Rating: 'Cold', OwnerId: ANA }, false],
  ])('with entry criteria when %s', async (_what, object, id, values, isTold) => {
    const start = await startSalesforce({ hosts: { [HOOK]: hook.url } });
    const lines = {
      Opportunity: 'StageName=Closed Won\nStageName=closed lost',
      Case: 'IsEscalated=true\nPriority=Critical',
      Lead: '',
    };
    start.insert('Dealwire_Subscription__c', {
      Url__c: `${HOOK}/abc`,
      Object__c: object,
      Secret__c: 's',
      Entry__c: lines[object as keyof typeof lines],
    });
    start.update(object, id, values);
    await start.settled();
    await start.close();
    expect((await received()).map(({ recordIds }) => recordIds)).toEqual(isTold ? [[id]] : []);
  });

  test('tells of new cases and leads, not of deleted or restored ones', async () => {
    subscribe('Case');
    subscribe('Lead');
    const [caseId, leadId] = [salesforce.insert('Case', { Subject: 'new' }), lead()];
    expect((await received()).map(({ recordIds }) => recordIds)).toEqual([[caseId], [leadId]]);
    salesforce.remove('Lead', leadId);
    salesforce.undelete('Lead', leadId);
    expect(await received()).toHaveLength(2);
  });

  test('tells of each record of a transaction once, also of a change that was undone in it', async () => {
    subscribeTo('Opportunity', 'StageName=Value Proposition', 'StageName=Qualification');
    salesforce.transaction(() => {
      salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Qualification' });
      salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Value Proposition' });
    });
    expect((await received()).map(({ recordIds }) => recordIds)).toEqual([[DEMO_DEAL]]);
  });

  test('sends at most 200 ids in a call', async () => {
    subscribe('Lead');
    const ids = salesforce.transaction(() => Array.from({ length: 401 }, () => lead()));
    const bodies = await received();
    expect(bodies.map(({ recordIds }) => recordIds.length).sort()).toEqual([1, 200, 200]);
    expect(bodies.flatMap(({ recordIds }) => recordIds).sort()).toEqual([...ids].sort());
    expect(new Set(bodies.map(({ jobId }) => jobId)).size).toBe(3);
  });

  test('goes to every subscription of the object, with the secret of each', async () => {
    subscribe('Lead', `${HOOK}/a`, 'A');
    subscribe('Lead', `${HOOK}/b`, 'B');
    subscribe('Case', `${HOOK}/c`, 'C');
    lead();
    expect((await received()).map(({ secret }) => secret).sort()).toEqual(['A', 'B']);
    expect(hook.calls.map(({ path }) => path).sort()).toEqual(['/a', '/b']);
  });

  test('says nothing of a transaction that was rolled back', async () => {
    subscribe('Lead');
    salesforce.onWrite(({ values }) => (values.Title === 'no' ? badRequest('X', 'refused') : undefined));
    expect(() =>
      salesforce.transaction(() => {
        lead();
        lead({ Title: 'no' });
      }),
    ).toThrow('refused');
    const part = (referenceId: string, body: unknown) => ({
      method: 'POST',
      url: `${ROOT}/sobjects/Lead`,
      referenceId,
      body,
    });
    const compositeRequest = [part('a', { LastName: 'L', Company: 'X' }), part('b', {})];
    await restCaller(salesforce).call('POST', '/composite', { allOrNone: true, compositeRequest });
    salesforce.onWrite(undefined);
    expect(await received()).toEqual([]);
  });

  test.each([
    ['an error', () => new Response('busy', { status: 503 }), 503],
    ['a redirect', () => Response.redirect('https://elsewhere.example/', 302), 302],
  ])('that gets %s is a failed job, and is not repeated', async (_what, refuse, status) => {
    subscribe('Lead', `${HOOK}/bad`);
    answer = refuse;
    lead();
    expect(await received()).toHaveLength(1);
    expect(salesforce.push.jobs.at(-1)).toMatchObject({
      status: 'Failed',
      error: expect.stringMatching(new RegExp(`^DS-\\d{6} answered ${status}$`)),
    });
    salesforce.clock.advance(24 * 60 * 60 * 1000);
    expect(await received()).toHaveLength(1);
  });

  test('that does not reach a subscription is a failed job, which calls the others all the same', async () => {
    subscribe('Lead', 'https://unknown.example/x');
    subscribe('Lead', 'not an address');
    subscribe('Lead');
    lead();
    expect(await received()).toHaveLength(1);
    const [unknown, invalid] = String(salesforce.push.jobs.at(-1)?.error).split('; ');
    expect(unknown).toMatch(/^DS-\d{6}: Unauthorized endpoint.* endpoint = its URL$/);
    expect(invalid).toMatch(/^DS-\d{6}: /);
  });

  test('is one job for all subscriptions, and none without a subscription', async () => {
    const before = salesforce.push.jobs.length;
    lead();
    expect(salesforce.push.jobs).toHaveLength(before);
    subscribe('Lead');
    subscribe('Lead');
    lead();
    const [first, second] = await received();
    expect(second.jobId).toBe(first.jobId);
    expect(salesforce.push.jobs).toHaveLength(before + 1);
  });

  test('calls 100 subscriptions, and fails where there are more', async () => {
    for (let number = 0; number < 101; number += 1) subscribe('Lead');
    lead();
    expect(await received()).toHaveLength(100);
    expect(salesforce.push.jobs.at(-1)?.error).toBe('only the first 100 subscriptions were called');
  });

  test('needs the trigger part of the object, and the package', async () => {
    subscribe('Lead');
    salesforce.push.triggers = ['Opportunity'];
    lead();
    salesforce.push.triggers = ['Opportunity', 'Case', 'Lead'];
    salesforce.features.package = false;
    lead();
    salesforce.features.package = true;
    expect(await received()).toEqual([]);
    lead();
    expect(await received()).toHaveLength(1);
  });

  test('goes out through what the stand-in was given', async () => {
    const sent: string[] = [];
    const other = await startSalesforce({
      hosts: { [HOOK]: 'https://hook.test' },
      send: async (input) => {
        sent.push(String(input));
        return new Response('ok');
      },
    });
    other.hosts['https://later.example'] = 'https://later.test';
    other.insert('Dealwire_Subscription__c', {
      Url__c: 'https://later.example/z',
      Object__c: 'Case',
      Secret__c: 's',
    });
    other.insert('Case', { Subject: 'x' });
    await other.settled();
    other.insert('Dealwire_Subscription__c', { Url__c: `${HOOK}/x?y=1`, Object__c: 'Lead', Secret__c: 's' });
    other.insert('Lead', { LastName: 'L', Company: 'X' });
    await other.settled();
    await other.close();
    expect(sent).toEqual(['https://later.test/z', 'https://hook.test/x?y=1']);
  });
});

describe('the subscription object', () => {
  test('has fields of the lengths the package gives them, shows no secret, and numbers itself', async () => {
    const rest = restCaller(salesforce);
    const create = (values: unknown) => rest.call('POST', '/sobjects/Dealwire_Subscription__c', values);
    expect((await create({})).body[0]).toMatchObject({
      errorCode: 'REQUIRED_FIELD_MISSING',
      fields: ['Url__c', 'Object__c'],
    });
    const full = { Url__c: 'u'.repeat(255), Object__c: 'o'.repeat(80), Secret__c: 's'.repeat(175) };
    for (const [name, value] of Object.entries(full))
      expect((await create({ ...full, [name]: `${value}x` })).body[0].errorCode).toBe('STRING_TOO_LONG');
    const { body } = await create(full);
    expect(body.id).toMatch(/^a03/);
    const { body: row } = await rest.call(
      'GET',
      `/sobjects/Dealwire_Subscription__c/${body.id}?fields=Name,Secret__c`,
    );
    expect(row.Name).toMatch(/^DS-\d{6}$/);
    expect(row.Secret__c).toBe('*'.repeat(175));
    salesforce.features.package = false;
    expect((await create(full)).status).toBe(404);
    salesforce.features.package = true;
  });
});
