import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { DEMO_DEAL } from './sample-org/opportunity.ts';
import { INTEGRATION_USER, KIM } from './sample-org/user.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

const last = () => salesforce.changeEvents.at(-1);

describe('change events', () => {
  test('of an update carry the changed fields and tell their names', () => {
    salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won', NextStep: null });
    expect(last()?.channel).toBe('/data/OpportunityChangeEvent');
    expect(last()?.data.payload).toEqual({
      StageName: 'Closed Won',
      IsWon: true,
      IsClosed: true,
      Probability: 100,
      ExpectedRevenue: 75_000,
      ForecastCategory: 'Closed',
      ForecastCategoryName: 'Closed',
      NextStep: null,
      LastModifiedDate: '2026-11-20T22:00:00.000Z',
      LastModifiedById: KIM,
      ChangeEventHeader: expect.objectContaining({
        entityName: 'Opportunity',
        recordIds: [DEMO_DEAL],
        changeType: 'UPDATE',
        changeOrigin: '',
        commitUser: KIM,
        commitTimestamp: salesforce.clock.now(),
        nulledFields: ['NextStep'],
        diffFields: [],
      }),
    });
    expect(last()?.data.payload.ChangeEventHeader.changedFields).toEqual(
      expect.arrayContaining(['StageName', 'IsWon', 'NextStep']),
    );
  });

  test('of a creation carry what is filled, names nested, and tell no changed fields', () => {
    salesforce.insert('Lead', { FirstName: 'Ada', LastName: 'L', Company: 'X' });
    expect(last()?.data.payload).toMatchObject({
      Name: { FirstName: 'Ada', LastName: 'L' },
      Company: 'X',
      ChangeEventHeader: { changeType: 'CREATE', changedFields: [] },
    });
    expect(last()?.data.payload).not.toHaveProperty('Email');
  });

  test('name the client that wrote, so that an echo can be told', async () => {
    await rest.call(
      'POST',
      '/sobjects/Dealwire_Delivery__c',
      { Key__c: 'e' },
      { 'Sforce-Call-Options': 'client=Dealwire' },
    );
    expect(last()?.channel).toBe('/data/Dealwire_Delivery__ChangeEvent');
    expect(last()?.data.payload.ChangeEventHeader).toMatchObject({
      changeOrigin: 'com/salesforce/api/rest/66.0;client=Dealwire',
      commitUser: INTEGRATION_USER,
    });
  });

  test('of a deletion carry only the header', () => {
    const id = salesforce.insert('Account', { Name: 'gone' });
    salesforce.remove('Account', id);
    expect(Object.keys(last()?.data.payload ?? {})).toEqual(['ChangeEventHeader']);
  });

  test('have rising replay ids, and commit numbers no JavaScript number holds', () => {
    const ids = salesforce.changeEvents.map(({ data }) => data.event.replayId);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    const { commitNumber } = last()?.data.payload.ChangeEventHeader ?? {};
    expect(commitNumber).toBeGreaterThan(Number.MAX_SAFE_INTEGER);
  });

  test('are not written for objects that have none', () => {
    const count = salesforce.changeEvents.length;
    salesforce.insert('OpportunityTeamMember', { OpportunityId: DEMO_DEAL, UserId: KIM });
    expect(salesforce.changeEvents).toHaveLength(count);
  });
});
