import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RestCaller, ROOT, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());
beforeEach(() => {
  salesforce.apiUsage.used = 24;
  salesforce.apiUsage.max = 15_000;
  salesforce.apiUsage.exhausted = false;
});

describe('the API allowance', () => {
  test('is told on every answer and by limits', async () => {
    const { headers, body } = await rest.call('GET', '/limits');
    expect(headers.get('sforce-limit-info')).toBe('api-usage=25/15000');
    expect(body.DailyApiRequests).toEqual({ Max: 15_000, Remaining: 14_975 });
    const refused = await rest.query('SELECT nonsense');
    expect(refused.headers.get('sforce-limit-info')).toBe('api-usage=26/15000');
  });

  test('refuses every call once it is used up, or switched off', async () => {
    salesforce.apiUsage.max = 25;
    expect((await rest.call('GET', '/limits')).status).toBe(200);
    const { status, body } = await rest.call('GET', '/limits');
    expect(status).toBe(403);
    expect(body).toEqual([{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }]);
    salesforce.apiUsage.max = 15_000;
    salesforce.apiUsage.exhausted = true;
    expect((await rest.query('SELECT Id FROM User')).status).toBe(403);
  });

  test('counts calls since forget, and neither refused sessions nor the list of versions', async () => {
    salesforce.forget();
    await rest.call('GET', '/limits');
    await fetch(`${salesforce.url}/services/data`);
    await fetch(`${salesforce.url}${ROOT}/limits`, { headers: { authorization: 'Bearer stale' } });
    expect(salesforce.apiCalls).toBe(1);
    expect(salesforce.calls).toHaveLength(3);
    salesforce.forget();
    expect([salesforce.apiCalls, salesforce.calls.length]).toEqual([0, 0]);
  });
});
