import { describe, expect, test } from '@jest/globals';
import { bareOrg, refusal, select, testOrg } from './test-org.ts';

const org = testOrg();
const demo = (fields: string) =>
  select(org, `SELECT ${fields} FROM Opportunity WHERE Id = '006Hs00000BkXyzIAF'`)[0];

describe('SELECT', () => {
  test('names come back in the case of the schema, whatever was written', () => {
    expect(demo('id, AMOUNT, account.NAME')).toEqual({
      attributes: {
        type: 'Opportunity',
        url: '/services/data/v66.0/sobjects/Opportunity/006Hs00000BkXyzIAF',
      },
      Id: '006Hs00000BkXyzIAF',
      Amount: 75_000,
      Account: {
        attributes: { type: 'Account', url: '/services/data/v66.0/sobjects/Account/001xx0000000104AAA' },
        Name: 'Acme Corp',
      },
    });
  });

  test('paths to one parent are gathered in one object, several levels deep', () => {
    const { Account, SE__r } = demo('Account.Name, Account.Owner.Manager.Name, Account.OwnerId, SE__r.Email');
    expect(Object.keys(Account)).toEqual(['attributes', 'Name', 'Owner', 'OwnerId']);
    expect(Account.Owner.Manager.Name).toBe('Priya Nair');
    expect(SE__r.Email).toBe('sam@acme.example');
  });

  test('an empty lookup and an empty field are null', () => {
    const [record] = select(
      org,
      "SELECT Account.Name, AccountId FROM Opportunity WHERE Name = 'No account at all'",
    );
    expect(record).toMatchObject({ Account: null, AccountId: null });
  });

  test('an alias of the object may stand before its fields', () => {
    const [record] = select(
      org,
      "SELECT o.Name, o.Account.Name, Opportunity.Amount FROM Opportunity o WHERE o.Id = '006Hs00000BkXyzIAF'",
    );
    expect(record).toMatchObject({
      Name: 'Acme Q3 Enterprise',
      Account: { Name: 'Acme Corp' },
      Amount: 75_000,
    });
  });

  test('child rows come with their own total; none are null', () => {
    const { OpportunityContactRoles, OpportunityLineItems } = demo(
      '(SELECT Contact.Name, IsPrimary FROM OpportunityContactRoles ORDER BY IsPrimary DESC), (SELECT Id FROM OpportunityLineItems)',
    );
    expect(OpportunityContactRoles).toMatchObject({
      totalSize: 2,
      done: true,
      records: [
        { Contact: { Name: 'Jo Marsh' }, IsPrimary: true },
        { Contact: { Name: 'Raj *Patel* <script>' }, IsPrimary: false },
      ],
    });
    expect(OpportunityLineItems).toBeNull();
  });

  test('a child subquery filters, sorts, limits and nests', () => {
    const [record] = select(
      org,
      "SELECT (SELECT Name, (SELECT StageName FROM OpportunityHistories ORDER BY CreatedDate DESC LIMIT 1) FROM Opportunities WHERE Amount > 70000 ORDER BY Amount DESC LIMIT 1) FROM Account WHERE Name = 'Acme Corp'",
    );
    expect(record.Opportunities.records).toHaveLength(1);
    expect(record.Opportunities.records[0].OpportunityHistories.records).toHaveLength(1);
  });

  test('TYPEOF shows of a parent what its object has', () => {
    const records = select(
      org,
      'SELECT CaseNumber, TYPEOF Owner WHEN User THEN Email, Manager.Name ELSE Name END FROM Case ORDER BY CaseNumber LIMIT 2',
    );
    expect(records[0].Owner).toMatchObject({ attributes: { type: 'Group' }, Name: 'Tier 2 Support' });
    expect(records[1].Owner).toMatchObject({
      attributes: { type: 'User' },
      Email: 'sam@acme.example',
      Manager: { Name: 'Priya Nair' },
    });
  });

  test('TYPEOF without a matching branch is null', () => {
    const [record] = select(
      org,
      "SELECT TYPEOF Owner WHEN User THEN Email END FROM Case WHERE CaseNumber = '00001001'",
    );
    expect(record.Owner).toBeNull();
  });

  test('a lookup to several objects shows their common fields', () => {
    const owners = select(org, 'SELECT Owner.Name, Owner.Type FROM Case ORDER BY CaseNumber LIMIT 2').map(
      ({ Owner }) => [Owner.attributes.type, Owner.Name, Owner.Type],
    );
    expect(owners).toEqual([
      ['Group', 'Tier 2 Support', 'Queue'],
      ['User', 'Sam Ode', 'User'],
    ]);
  });

  test('the name of a parent is its name field, whatever that is called', () => {
    const task = testOrg({
      Task: [{ Subject: 'x', WhatId: '500xx0000000401AAA', OwnerId: '005xx0000000301AAA' }],
    });
    const [record] = select(task, 'SELECT What.Name, What.Type FROM Task');
    expect(record.What).toMatchObject({ Name: '00001001', Type: 'Case' });
  });

  test('FORMAT, toLabel and an alias', () => {
    expect(
      demo('FORMAT(Amount) a, Amount, toLabel(StageName), FORMAT(CloseDate), FORMAT(CreatedDate)'),
    ).toMatchObject({
      a: '$75,000.00',
      Amount: 75_000,
      StageName: 'Negotiation',
      CloseDate: '9/30/2025',
      CreatedDate: '6/12/25, 10:00 AM',
    });
  });

  test('toLabel filters by label', () => {
    expect(
      select(org, "SELECT Id FROM Opportunity WHERE toLabel(StageName) = 'negotiation'").length,
    ).toBeGreaterThan(0);
    expect(select(org, "SELECT Id FROM Opportunity WHERE StageName = 'Negotiation'")).toEqual([]);
  });

  test('convertCurrency needs several currencies', () => {
    const euro = bareOrg(
      {
        Opportunity: [
          {
            Name: 'E',
            Amount: 80,
            CurrencyIsoCode: 'EUR',
            StageName: 'Prospecting',
            CloseDate: '2026-12-01',
          },
        ],
      },
      { multiCurrency: true },
    );
    const [record] = select(
      euro,
      'SELECT Amount, CurrencyIsoCode, FORMAT(convertCurrency(Amount)) c FROM Opportunity',
    );
    expect(record).toMatchObject({ Amount: 80, CurrencyIsoCode: 'EUR', c: 'EUR 100.00' });
  });

  test.each([
    ['SELECT Id FROM Oportunity', 'INVALID_TYPE'],
    ['SELECT Id, Nmae FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT Acount.Name FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT Owner.Email FROM Case', 'INVALID_FIELD'],
    ['SELECT CurrencyIsoCode FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT Id, Id FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT Amount, FORMAT(Amount) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT Name n FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT convertCurrency(Amount) c FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT toLabel(Name) FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT UPPER(Name) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT FIELDS(ALL) FROM Opportunity LIMIT 200', 'MALFORMED_QUERY'],
    ['SELECT (SELECT Id FROM Nothings) FROM Opportunity', 'INVALID_TYPE'],
    ['SELECT (SELECT Nmae FROM OpportunityHistories) FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT (SELECT COUNT(Id) FROM OpportunityHistories) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT (SELECT Id FROM OpportunityHistories OFFSET 1) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT TYPEOF Owner WHEN User THEN Email END, Owner.Name FROM Case', 'MALFORMED_QUERY'],
    ['SELECT TYPEOF Owner WHEN User THEN Email END FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT TYPEOF Owner WHEN Account THEN Name END FROM Case', 'MALFORMED_QUERY'],
    ['SELECT TYPEOF Owner WHEN User THEN Emial END FROM Case', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity USING SCOPE mine', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity WITH SECURITY_ENFORCED', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity FOR UPDATE', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity ALL ROWS', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity HAVING COUNT(Id) > 1', 'MALFORMED_QUERY'],
    ['SELECT * FROM Opportunity', 'MALFORMED_QUERY'],
    ['DELETE FROM Opportunity', 'MALFORMED_QUERY'],
    ['', 'MALFORMED_QUERY'],
    ['SELECT Account.Parent.Parent.Parent.Parent.Parent.Name FROM Opportunity', 'INVALID_FIELD'],
  ])('%s is refused as %s', (soql, code) => {
    expect(refusal(org, soql)).toBe(code);
  });

  test('21 child subqueries, and more than 100,000 characters, are refused', () => {
    const children = Array.from({ length: 21 }, () => '(SELECT Id FROM OpportunityHistories)').join(', ');
    expect(refusal(org, `SELECT ${children} FROM Opportunity`)).toBe('MALFORMED_QUERY');
    const long = "x' AND Name != '".repeat(7000);
    expect(refusal(org, `SELECT Id FROM Opportunity WHERE Name != '${long}'`)).toBe('MALFORMED_QUERY');
  });

  test.each([
    ['SELECT Id FROM OpportunityFieldHistory WHERE NewValue = null', 'INVALID_FIELD'],
    ['SELECT Id FROM CaseHistory WHERE OldValue = null', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity WHERE HasOverdueTask = true', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity WHERE HasOpenActivity = true', 'INVALID_FIELD'],
    ["SELECT Id FROM CaseMilestone WHERE TimeRemainingInMins = '20:00'", 'INVALID_FIELD'],
    ["SELECT Id FROM Task WHERE Description = 'x'", 'INVALID_FIELD'],
  ])('%s: a field that cannot be filtered is refused', (soql, code) => {
    expect(refusal(org, soql)).toBe(code);
  });
});
