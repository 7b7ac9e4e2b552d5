import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RestCaller, ROOT, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce({ limits: { pageSize: 5 } });
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

describe('pages of a query', () => {
  test('follow one another until done, each with the whole total', async () => {
    const total = salesforce.records('Opportunity').length;
    const ids: string[] = [];
    let page = (await rest.query('SELECT Id FROM Opportunity ORDER BY Id')).body;
    expect(page.nextRecordsUrl).toMatch(new RegExp(`^${ROOT}/query/01g[A-Za-z0-9]{15}-5$`));
    for (;;) {
      expect(page.totalSize).toBe(total);
      for (const record of page.records) ids.push(record.Id);
      if (page.done) break;
      expect(page.records).toHaveLength(5);
      page = (await rest.call('GET', page.nextRecordsUrl)).body;
    }
    expect(page).not.toHaveProperty('nextRecordsUrl');
    expect(new Set(ids).size).toBe(total);
  });

  test('a page can be fetched again', async () => {
    const { body } = await rest.query('SELECT Id FROM Opportunity ORDER BY Id');
    const once = await rest.call('GET', body.nextRecordsUrl);
    const again = await rest.call('GET', body.nextRecordsUrl);
    expect(again.body.records).toEqual(once.body.records);
  });

  test('a cursor dies after two days', async () => {
    const { body } = await rest.query('SELECT Id FROM Opportunity');
    salesforce.clock.advance(2 * 24 * 60 * 60 * 1000 + 1);
    const { status, body: refused } = await rest.call('GET', body.nextRecordsUrl);
    expect([status, refused[0].errorCode]).toEqual([400, 'INVALID_QUERY_LOCATOR']);
  });

  test('an unknown cursor is refused', async () => {
    const { body } = await rest.call('GET', '/query/01gxx0000000001AAA-2000');
    expect(body[0].errorCode).toBe('INVALID_QUERY_LOCATOR');
  });

  test('a smaller page may be asked for, not below 200', async () => {
    salesforce.limits.pageSize = 2000;
    const leads = Array.from({ length: 250 }, (_unused, number) => ({
      LastName: `L${number}`,
      Company: 'Many',
    }));
    for (const lead of leads) salesforce.insert('Lead', lead);
    const asked = (size: number) =>
      rest.query("SELECT Id FROM Lead WHERE Company = 'Many'", {
        'Sforce-Query-Options': `batchSize=${size}`,
      });
    expect((await asked(200)).body.records).toHaveLength(200);
    expect((await asked(1)).body.records).toHaveLength(200);
    expect((await rest.query("SELECT Id FROM Lead WHERE Company = 'Many'")).body.records).toHaveLength(250);
    salesforce.limits.pageSize = 5;
  });

  test('an address of more than 16,384 bytes is 431, and fits into a composite', async () => {
    const soql = `SELECT Id FROM User WHERE Name != '${"x' AND Name != '".repeat(1200)}'`;
    const { accessToken } = salesforce.issueToken();
    const url = `${ROOT}/query?q=${encodeURIComponent(soql)}`;
    const direct = await fetch(salesforce.url + url, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(direct.status).toBe(431);
    const { body } = await rest.call('POST', '/composite', {
      compositeRequest: [{ method: 'GET', url, referenceId: 'long' }],
    });
    expect(body.compositeResponse[0].httpStatusCode).toBe(200);
  });

  test('a missing query is MALFORMED_QUERY', async () => {
    const { status, body } = await rest.call('GET', '/query');
    expect([status, body[0].errorCode]).toEqual([400, 'MALFORMED_QUERY']);
  });
});
