import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defaultFeatures } from './features.ts';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { DEMO_DEAL } from './sample-org/opportunity.ts';
import { RENEWAL_TYPE } from './sample-org/reference-data.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());
beforeEach(() => {
  Object.assign(salesforce.features, defaultFeatures);
});

const code = async (soql: string) => (await rest.query(soql)).body[0]?.errorCode;
const names = async () =>
  (await rest.call('GET', '/sobjects')).body.sobjects.map(({ name }: { name: string }) => name) as string[];

describe('features', () => {
  test('without teams neither the object nor the child relationship exists', async () => {
    const children = 'SELECT (SELECT UserId FROM OpportunityTeamMembers) FROM Opportunity';
    expect(await code(children)).toBeUndefined();
    salesforce.features.opportunityTeams = false;
    expect(await code(children)).toBe('INVALID_TYPE');
    expect(await code('SELECT Id FROM OpportunityTeamMember')).toBe('INVALID_TYPE');
    expect(await names()).not.toContain('OpportunityTeamMember');
    expect((await rest.call('GET', '/sobjects/OpportunityTeamMember/describe')).status).toBe(404);
  });

  test('without account teams neither the object nor the child relationship exists', async () => {
    const children =
      "SELECT Name, (SELECT UserId, User.Email, TeamMemberRole FROM AccountTeamMembers) FROM Account WHERE Name = 'Acme Corp'";
    const { body } = await rest.query(children);
    expect(body.records[0].AccountTeamMembers.records).toContainEqual(
      expect.objectContaining({
        TeamMemberRole: 'Customer Success Manager',
        User: expect.objectContaining({ Email: 'ana@acme.example' }),
      }),
    );
    salesforce.features.accountTeams = false;
    expect(await code(children)).toBe('INVALID_TYPE');
    expect(await code('SELECT Id FROM AccountTeamMember')).toBe('INVALID_TYPE');
    expect(await names()).not.toContain('AccountTeamMember');
  });

  test('a hidden object is like an unknown one', async () => {
    salesforce.features.hiddenObjects = new Set(['Project__c', 'Contract']);
    expect(await code('SELECT Id FROM Project__c')).toBe('INVALID_TYPE');
    expect(await code('SELECT Id, (SELECT Id FROM Projects__r) FROM Account')).toBe('INVALID_TYPE');
    expect(await code('SELECT Contract.StartDate FROM Opportunity')).toBe('INVALID_FIELD');
    expect(await names()).not.toContain('Project__c');
    expect((await rest.call('POST', '/sobjects/Project__c', { Name: 'x' })).status).toBe(404);
  });

  test('without entitlements neither milestones nor the SLA fields exist', async () => {
    salesforce.features.entitlements = false;
    expect(await code('SELECT Id FROM CaseMilestone')).toBe('INVALID_TYPE');
    expect(await code('SELECT SlaExitDate FROM Case')).toBe('INVALID_FIELD');
    expect(await code('SELECT (SELECT Id FROM CaseMilestones) FROM Case')).toBe('INVALID_TYPE');
    expect(await code('SELECT Entitlement.Name FROM Case')).toBe('INVALID_FIELD');
  });

  test('with several currencies records have one', async () => {
    expect(await code('SELECT CurrencyIsoCode FROM Opportunity')).toBe('INVALID_FIELD');
    expect(await code('SELECT IsoCode FROM CurrencyType')).toBe('INVALID_TYPE');
    salesforce.features.multiCurrency = true;
    const { body } = await rest.query('SELECT CurrencyIsoCode FROM Opportunity LIMIT 1');
    expect(body.records[0].CurrencyIsoCode).toBe('USD');
  });

  test('with record types opportunities have one', async () => {
    const types = "SELECT Id FROM Opportunity WHERE RecordType.DeveloperName = 'Renewal_Deal'";
    expect(await code(types)).toBe('INVALID_FIELD');
    expect(await code('SELECT Id FROM RecordType')).toBe('INVALID_TYPE');
    salesforce.features.recordTypes = true;
    salesforce.update('Opportunity', DEMO_DEAL, { RecordTypeId: RENEWAL_TYPE });
    expect((await rest.query(types)).body.records).toMatchObject([{ Id: DEMO_DEAL }]);
  });

  test('without the ledger its object is unknown everywhere', async () => {
    salesforce.features.ledger = false;
    expect(await code('SELECT Id FROM Dealwire_Delivery__c')).toBe('INVALID_TYPE');
    const { status, body } = await rest.call('POST', '/sobjects/Dealwire_Delivery__c', { Key__c: 'x' });
    expect([status, body[0].errorCode]).toEqual([404, 'NOT_FOUND']);
  });

  test('a hidden field is like an unknown one, in queries and in writes', async () => {
    salesforce.features.hiddenFields = new Set(['Opportunity.LastStageChangeDate', 'Opportunity.SE__c']);
    const { body } = await rest.query('SELECT LastStageChangeDate FROM Opportunity');
    expect(body[0].errorCode).toBe('INVALID_FIELD');
    expect(body[0].message).toMatch(/^No such column 'LastStageChangeDate' on entity 'Opportunity'/);
    expect(await code('SELECT Id FROM Opportunity WHERE LastStageChangeDate = null')).toBe('INVALID_FIELD');
    expect(await code('SELECT Id FROM Opportunity ORDER BY LastStageChangeDate')).toBe('INVALID_FIELD');
    expect(await code('SELECT SE__r.Name FROM Opportunity')).toBe('INVALID_FIELD');
    const written = await rest.call('PATCH', '/sobjects/Opportunity/006xx0000000201AAA', { SE__c: null });
    expect(written.body[0]).toMatchObject({
      errorCode: 'INVALID_FIELD',
      message: "No such column 'SE__c' on sobject of type Opportunity",
    });
    const { body: record } = await rest.call('GET', '/sobjects/Opportunity/006xx0000000201AAA');
    expect(record).not.toHaveProperty('LastStageChangeDate');
  });

  test('a field of somebody else to write is refused by name', async () => {
    salesforce.features.readOnlyFields = new Set(['Opportunity.NextStep']);
    const { body } = await rest.call('PATCH', '/sobjects/Opportunity/006xx0000000201AAA', { NextStep: 'x' });
    expect(body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['NextStep'] }]);
  });
});

describe('milestones', () => {
  test('become violated by the clock, without an edit', async () => {
    const read = async () =>
      (
        await rest.query(
          "SELECT IsViolated, IsCompleted, TimeRemainingInMins, SystemModstamp FROM CaseMilestone WHERE Id = '555xx0000000801AAA'",
        )
      ).body.records[0];
    expect(await read()).toMatchObject({
      IsViolated: false,
      IsCompleted: false,
      TimeRemainingInMins: '20:00',
    });
    const { SystemModstamp } = await read();
    salesforce.clock.advance(20 * 60_000 + 1000);
    expect(await read()).toMatchObject({ IsViolated: true, TimeRemainingInMins: '00:00', SystemModstamp });
    salesforce.update('CaseMilestone', '555xx0000000801AAA', { CompletionDate: '2026-11-20T22:10:00Z' });
    expect(await read()).toMatchObject({ IsViolated: false, IsCompleted: true, TimeRemainingInMins: null });
  });
});
