import { describe, expect, test } from '@jest/globals';
import { column, refusal, testOrg } from './test-org.ts';

const org = testOrg();
const where = (condition: string, sobject = 'Account') =>
  `SELECT Name FROM ${sobject} WHERE ${condition} ORDER BY Name`;

describe('semi-joins', () => {
  test('select the records whose id, or lookup, the inner query finds', () => {
    expect(
      column(org, where("Id IN (SELECT AccountId FROM Opportunity WHERE StageName = 'Closed Won')")),
    ).toHaveLength(3);
    expect(
      column(org, where("AccountId IN (SELECT Id FROM Account WHERE Name LIKE 'acme%')", 'Opportunity')),
    ).toEqual(['Acme Q3 Enterprise', 'Renewal with a meeting next week']);
  });

  test('NOT IN leaves them out', () => {
    const all = column(org, where('Id != null')).length;
    const found = column(org, where('Id IN (SELECT AccountId FROM Case)')).length;
    expect(column(org, where('Id NOT IN (SELECT AccountId FROM Case)'))).toHaveLength(all - found);
  });

  test('two are allowed', () => {
    const soql = where('Id IN (SELECT AccountId FROM Case) AND Id IN (SELECT AccountId FROM Opportunity)');
    expect(column(org, soql).length).toBeGreaterThan(0);
  });

  test.each([
    'Id NOT IN (SELECT WhatId FROM Task)',
    'Id IN (SELECT WhatId FROM Event)',
    'Id IN (SELECT ParentId FROM Account)',
    "Name = 'x' OR Id IN (SELECT AccountId FROM Case)",
    'Id IN (SELECT AccountId FROM Case) AND Id IN (SELECT AccountId FROM Contact) AND Id IN (SELECT AccountId FROM Contract)',
    'Id IN (SELECT AccountId FROM Case WHERE ContactId IN (SELECT Id FROM Contact))',
    'Id IN (SELECT AccountId FROM Case LIMIT 1)',
    'Id IN (SELECT AccountId FROM Case ORDER BY CaseNumber)',
    'Id IN (SELECT AccountId, Id FROM Case)',
    'Id IN (SELECT Account.Id FROM Case)',
    'Id IN (SELECT AccountId a FROM Case)',
    'Id IN (SELECT AccountId FROM Case USING SCOPE mine)',
  ])('%s is MALFORMED_QUERY', (condition) => {
    expect(refusal(org, where(condition))).toBe('MALFORMED_QUERY');
  });

  test.each([
    ['Id IN (SELECT Subject FROM Case)', 'INVALID_FIELD'],
    ['Name IN (SELECT AccountId FROM Case)', 'INVALID_FIELD'],
    ['Id IN (SELECT AccountId FROM Cases)', 'INVALID_TYPE'],
  ])('%s is %s', (condition, code) => {
    expect(refusal(org, where(condition))).toBe(code);
  });
});
