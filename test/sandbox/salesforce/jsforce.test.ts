import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jsforce from 'jsforce';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { DEMO_DEAL } from './sample-org/opportunity.ts';

let salesforce: SalesforceStandIn;
beforeAll(async () => {
  salesforce = await startSalesforce({ limits: { pageSize: 5 } });
});
afterAll(() => salesforce.close());

function connect() {
  const { accessToken, refreshToken } = salesforce.issueToken();
  const { clientId, clientSecret, redirectUris } = salesforce.client;
  return new jsforce.Connection({
    version: '66.0',
    instanceUrl: salesforce.url,
    accessToken,
    refreshToken: refreshToken ?? '',
    oauth2: new jsforce.OAuth2({
      loginUrl: salesforce.url,
      clientId,
      clientSecret,
      redirectUri: redirectUris[0] ?? '',
    }),
  });
}

describe('jsforce', () => {
  test('authorizes with a code and asks who the user is', async () => {
    const { oauth2 } = connect();
    const address = oauth2.getAuthorizationUrl({ scope: 'api refresh_token id' });
    const answer = await fetch(address, { redirect: 'manual' });
    const code = new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const connection = new jsforce.Connection({ version: '66.0', oauth2 });
    const user = await connection.authorize(code);
    expect(user).toMatchObject({ id: '005xx0000000305AAA', organizationId: '00Dxx0000000001EAA' });
    expect((await connection.identity()).user_id).toBe('005xx0000000305AAA');
  });

  test('queries, one page after the other', async () => {
    const connection = connect();
    const first = await connection.query('SELECT Id, Name, Account.Name FROM Opportunity ORDER BY Id');
    expect([first.records.length, first.done]).toEqual([5, false]);
    const second = await connection.queryMore(first.nextRecordsUrl ?? '');
    expect(second.records).toHaveLength(5);
    const all = await connection.query('SELECT Id FROM Opportunity').run({ autoFetch: true, maxFetch: 1000 });
    expect(all.records).toHaveLength(salesforce.records('Opportunity').length);
  });

  test('creates, reads, changes, upserts and deletes records', async () => {
    const connection = connect();
    const created = await connection
      .sobject('Dealwire_Delivery__c')
      .create({ Key__c: 'jsforce', Status__c: 'claimed' });
    expect(created.success).toBe(true);
    const id = created.id ?? '';
    await connection.sobject('Dealwire_Delivery__c').update({ Id: id, Status__c: 'noted' });
    expect(await connection.sobject('Dealwire_Delivery__c').retrieve(id)).toMatchObject({
      Status__c: 'noted',
    });
    const upserted = await connection
      .sobject('Dealwire_Delivery__c')
      .upsert({ Key__c: 'jsforce', Status__c: 'done' }, 'Key__c');
    expect(upserted).toMatchObject({ id, success: true, created: false });
    expect((await connection.sobject('Dealwire_Delivery__c').destroy(id)).success).toBe(true);
    await expect(connection.sobject('Dealwire_Delivery__c').retrieve(id)).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    });
  });

  test('creates, changes and deletes several records at once', async () => {
    const connection = connect();
    const created = await connection.sobject('Task').create([{ Subject: 'a' }, { Subject: 'x'.repeat(256) }]);
    expect(created.map(({ success }) => success)).toEqual([true, false]);
    const id = created[0]?.id ?? '';
    await connection.sobject('Task').update([{ Id: id, Subject: 'b' }]);
    expect(await connection.sobject('Task').retrieve([id])).toMatchObject([{ Subject: 'b' }]);
    expect(await connection.sobject('Task').destroy([id])).toMatchObject([{ success: true }]);
  });

  test('tells errors by name and data', async () => {
    const connection = connect();
    await expect(connection.query('SELECT Nope FROM Opportunity')).rejects.toMatchObject({
      name: 'INVALID_FIELD',
      errorCode: 'INVALID_FIELD',
    });
    await connection.sobject('Dealwire_Delivery__c').create({ Key__c: 'twice' });
    await expect(
      connection.sobject('Dealwire_Delivery__c').create({ Key__c: 'twice' }),
    ).rejects.toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      data: { fields: ['Key__c'] },
    });
  });

  test('sends a composite', async () => {
    const answer = await connect().request<{ compositeResponse: { httpStatusCode: number }[] }>({
      method: 'POST',
      url: '/services/data/v66.0/composite',
      body: JSON.stringify({
        allOrNone: false,
        compositeRequest: [
          {
            method: 'GET',
            url: `/services/data/v66.0/query?q=SELECT+Id+FROM+Opportunity+WHERE+Id='${DEMO_DEAL}'`,
            referenceId: 'facts',
          },
          {
            method: 'POST',
            url: '/services/data/v66.0/sobjects/Dealwire_Delivery__c',
            referenceId: 'claim',
            body: { Key__c: 'composite', Record_Id__c: '@{facts.records[0].Id}' },
          },
        ],
      }),
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([200, 201]);
  });

  test('describes objects and tells the limits and the usage', async () => {
    const connection = connect();
    const described = await connection.describe('Opportunity');
    expect(described.fields.find(({ name }) => name === 'StageName')?.picklistValues?.length).toBe(11);
    expect((await connection.describeGlobal()).sobjects.length).toBeGreaterThan(20);
    const limits = await connection.limits();
    expect(limits.DailyApiRequests?.Max).toBe(100_000);
    expect(connection.limitInfo.apiUsage).toEqual({ used: salesforce.apiUsage.used, limit: 100_000 });
  });

  test('refreshes an expired session by itself and repeats the call', async () => {
    const connection = connect();
    const refreshed: string[] = [];
    connection.on('refresh', (accessToken: string) => refreshed.push(accessToken));
    salesforce.expireSessions();
    expect((await connection.query('SELECT Id FROM User')).records.length).toBeGreaterThan(0);
    expect(refreshed).toHaveLength(1);
  });

  test('cannot refresh a revoked grant', async () => {
    const connection = connect();
    salesforce.revokeGrants();
    await expect(connection.query('SELECT Id FROM User')).rejects.toThrow(/expired access\/refresh token/);
  });
});
