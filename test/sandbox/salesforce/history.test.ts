import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';
import { ACME, TOKYO } from './sample-org/account.ts';
import { LOGIN_LOOP } from './sample-org/case.ts';
import { ROLLOUT } from './sample-org/project.ts';
import { ANA, BO, KIM } from './sample-org/user.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
let id = '';
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());
beforeEach(() => {
  salesforce.clock.advance(60_000);
  id = salesforce.insert('Opportunity', {
    Name: 'History',
    StageName: 'Prospecting',
    CloseDate: '2026-12-24',
    Amount: 100,
  });
});

const deal = () => salesforce.records('Opportunity').find(({ Id }) => Id === id);
const change = (values: Record<string, unknown>) => {
  salesforce.clock.advance(60_000);
  salesforce.update('Opportunity', id, values);
};
const histories = async (fields: string, of = 'OpportunityHistory') =>
  (
    await rest.query(`SELECT ${fields} FROM ${of} WHERE OpportunityId = '${id}' ORDER BY CreatedDate, Id`)
  ).body.records.map(({ attributes: _attributes, ...rest_ }: Record<string, unknown>) => rest_);

describe('stages', () => {
  test('decide won, closed, probability and forecast category', () => {
    change({ StageName: 'Negotiation/Review' });
    expect(deal()).toMatchObject({
      IsWon: false,
      IsClosed: false,
      Probability: 90,
      ForecastCategory: 'Forecast',
      ForecastCategoryName: 'Commit',
      ExpectedRevenue: 90,
    });
    change({ StageName: 'Closed Won' });
    expect(deal()).toMatchObject({
      IsWon: true,
      IsClosed: true,
      Probability: 100,
      ForecastCategoryName: 'Closed',
    });
    change({ StageName: 'Closed Lost' });
    expect(deal()).toMatchObject({
      IsWon: false,
      IsClosed: true,
      Probability: 0,
      ForecastCategoryName: 'Omitted',
    });
  });

  test('give way to a probability and category written with them', () => {
    change({ StageName: 'Negotiation/Review', Probability: 55, ForecastCategoryName: 'Best Case' });
    expect(deal()).toMatchObject({
      Probability: 55,
      ForecastCategoryName: 'Best Case',
      ForecastCategory: 'BestCase',
    });
    change({ NextStep: 'x' });
    expect(deal()).toMatchObject({ Probability: 55, ForecastCategoryName: 'Best Case' });
  });

  test('the last change of the stage is empty until the stage changes, and moves with nothing else', () => {
    expect(deal()?.LastStageChangeDate).toBeNull();
    change({ Amount: 5 });
    expect(deal()?.LastStageChangeDate).toBeNull();
    change({ StageName: 'Qualification' });
    const moved = deal()?.LastStageChangeDate;
    expect(moved).toBe(deal()?.LastModifiedDate);
    change({ StageName: 'Qualification', NextStep: 'y' });
    expect(deal()?.LastStageChangeDate).toBe(moved);
  });

  test('an opportunity created as won has no stage change', () => {
    const won = salesforce.insert('Opportunity', {
      Name: 'W',
      StageName: 'Closed Won',
      CloseDate: '2026-11-20',
    });
    expect(salesforce.records('Opportunity').find(({ Id }) => Id === won)).toMatchObject({
      IsWon: true,
      LastStageChangeDate: null,
    });
  });

  test('a close date moved to a later month counts as pushed', () => {
    change({ CloseDate: '2026-12-31' });
    change({ CloseDate: '2027-01-02' });
    change({ CloseDate: '2026-11-30' });
    change({ CloseDate: '2027-02-02' });
    expect(deal()?.PushCount).toBe(2);
  });
});

describe('OpportunityHistory', () => {
  test('has a row for the creation and for each change of amount, stage, probability and close date', async () => {
    change({ StageName: 'Qualification' });
    change({ NextStep: 'nothing to note' });
    change({ Amount: 150, CloseDate: '2027-01-31' });
    expect(await histories('StageName, Amount, PrevAmount, CloseDate, PrevCloseDate')).toEqual([
      {
        StageName: 'Prospecting',
        Amount: 100,
        PrevAmount: null,
        CloseDate: '2026-12-24',
        PrevCloseDate: null,
      },
      {
        StageName: 'Qualification',
        Amount: 100,
        PrevAmount: 100,
        CloseDate: '2026-12-24',
        PrevCloseDate: '2026-12-24',
      },
      {
        StageName: 'Qualification',
        Amount: 150,
        PrevAmount: 100,
        CloseDate: '2027-01-31',
        PrevCloseDate: '2026-12-24',
      },
    ]);
  });

  test('the opportunity points to the last change of its amount and close date', async () => {
    change({ Amount: 1 });
    const { body } = await rest.query(
      `SELECT LastAmountChangedHistory.CreatedDate, LastCloseDateChangedHistory.CreatedDate, LastModifiedDate FROM Opportunity WHERE Id = '${id}'`,
    );
    const [record] = body.records;
    expect(record.LastAmountChangedHistory.CreatedDate).toBe(record.LastModifiedDate);
    expect(record.LastCloseDateChangedHistory).toBeNull();
  });

  test('cannot be written', async () => {
    const { body } = await rest.call('POST', '/sobjects/OpportunityHistory', { OpportunityId: id });
    expect(body[0].errorCode).toBe('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  });
});

describe('field history', () => {
  test('has a row for each tracked field, and two for a lookup: names and ids', async () => {
    change({ StageName: 'Qualification', OwnerId: ANA, NextStep: 'untracked' });
    expect(await histories('Field, DataType, OldValue, NewValue', 'OpportunityFieldHistory')).toEqual([
      { Field: 'created', DataType: 'Text', OldValue: null, NewValue: null },
      { Field: 'StageName', DataType: 'DynamicEnum', OldValue: 'Prospecting', NewValue: 'Qualification' },
      { Field: 'Owner', DataType: 'Text', OldValue: 'Kim Ro', NewValue: 'Ana Lee' },
      { Field: 'Owner', DataType: 'EntityId', OldValue: KIM, NewValue: ANA },
    ]);
  });

  test('of cases tells escalation and priority, unless it is switched off', async () => {
    const rows = () => salesforce.records('CaseHistory').filter(({ CaseId }) => CaseId === LOGIN_LOOP);
    salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true, Priority: 'Critical' }, BO);
    expect(
      rows().map(({ Field, OldValue, NewValue, CreatedById }) => [Field, OldValue, NewValue, CreatedById]),
    ).toEqual([
      ['Priority', 'Medium', 'Critical', BO],
      ['IsEscalated', 'false', 'true', BO],
    ]);
    salesforce.features.caseHistory = false;
    salesforce.update('Case', LOGIN_LOOP, { Priority: 'Low' });
    salesforce.features.caseHistory = true;
    expect(rows()).toHaveLength(2);
  });

  test.each([
    ['Lead', 'LeadHistory', 'LeadId', '00Qxx0000000601EAA', { Rating: 'Cold' }, 'leadHistory'],
    ['Account', 'AccountHistory', 'AccountId', ACME, { Type: 'Prospect' }, 'accountHistory'],
    ['Project__c', 'Project__History', 'ParentId', ROLLOUT, { Status__c: 'Live' }, 'projectHistory'],
  ] as const)('of %s is read under the record and as an object of its own', async (sobject, history, by, of, change_, feature) => {
    salesforce.update(sobject, of, change_);
    const [[field, value] = ['', '']] = Object.entries(change_);
    const { body } = await rest.query(
      `SELECT Id, (SELECT Field, NewValue FROM Histories) FROM ${sobject} WHERE Id = '${of}'`,
    );
    expect(body.records[0].Histories.records).toMatchObject([{ Field: field, NewValue: value }]);
    const soql = `SELECT ${by}, Field, OldValue, NewValue, CreatedDate FROM ${history} WHERE ${by} = '${of}' AND Field = '${field}'`;
    expect((await rest.query(soql)).body.records).toMatchObject([{ [by]: of, NewValue: value }]);
    const filtered = await rest.query(`SELECT Id FROM ${history} WHERE NewValue = '${value}'`);
    expect(filtered.body[0].errorCode).toBe('INVALID_FIELD');
    salesforce.features[feature] = false;
    salesforce.update(sobject, of, { [field]: null });
    salesforce.features[feature] = true;
    expect((await rest.query(soql)).body.totalSize).toBe(1);
  });

  test('has rows for the fields an admin tracks, and names a custom lookup by its field', () => {
    const rows = () => salesforce.records('AccountHistory').filter(({ AccountId }) => AccountId === TOKYO);
    const before = salesforce.trackedFields.Account ?? [];
    salesforce.trackedFields.Account = ['CSM__c', 'Segment__c'];
    salesforce.update('Account', TOKYO, { CSM__c: ANA, Segment__c: 'SMB', Type: 'Other' });
    salesforce.trackedFields.Account = [];
    salesforce.update('Account', TOKYO, { CSM__c: BO, Type: 'Prospect' });
    salesforce.trackedFields.Account = before;
    expect(rows().map(({ Field, DataType, NewValue }) => [Field, DataType, NewValue])).toEqual([
      ['CSM__c', 'Text', 'Ana Lee'],
      ['CSM__c', 'EntityId', ANA],
      ['Segment__c', 'DynamicEnum', 'SMB'],
    ]);
  });

  test('of a field that does not exist cannot be tracked', () => {
    const before = salesforce.trackedFields.Lead ?? [];
    salesforce.trackedFields.Lead = ['Nope'];
    expect(() => salesforce.update('Lead', '00Qxx0000000602EAA', { Rating: 'Hot' })).toThrow(
      'A field is tracked that Lead does not have: Nope',
    );
    salesforce.trackedFields.Lead = before;
  });

  test('that does not exist is refused like an unknown object, and so is its relationship', async () => {
    salesforce.features.hiddenObjects = new Set(['CaseHistory', 'Project__History']);
    const code = async (soql: string) => (await rest.query(soql)).body[0]?.errorCode;
    expect(await code('SELECT Id FROM CaseHistory')).toBe('INVALID_TYPE');
    expect(await code('SELECT Id, (SELECT Field FROM Histories) FROM Case')).toBe('INVALID_TYPE');
    expect(await code('SELECT Id, (SELECT Field FROM Nonsense) FROM Case')).toBe('INVALID_TYPE');
    expect(await code('SELECT Id, (SELECT Field FROM Histories) FROM Project__c')).toBe('INVALID_TYPE');
    expect((await rest.call('GET', '/sobjects/CaseHistory/describe')).status).toBe(404);
    const { body } = await rest.call('GET', '/sobjects/Case/describe');
    const names = body.childRelationships.map(
      ({ relationshipName }: Record<string, string>) => relationshipName,
    );
    expect(names).not.toContain('Histories');
    salesforce.update('Case', LOGIN_LOOP, { Priority: 'High' });
    salesforce.features.hiddenObjects = new Set();
    expect(await code('SELECT Id, (SELECT Field FROM Histories) FROM Case')).toBeUndefined();
  });
});
