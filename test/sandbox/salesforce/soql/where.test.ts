import { describe, expect, test } from '@jest/globals';
import { bareOrg, column, refusal, select } from './test-org.ts';

const account = (Name: string, more = {}) => ({ Name, OwnerId: '005xx0000000301AAA', ...more });

const org = bareOrg({
  Account: [
    account('Alpha', { AnnualRevenue: 10, NumberOfEmployees: 5, Industry: 'Energy' }),
    account('beta', { AnnualRevenue: 20.5, Industry: 'Finance' }),
    account("O'Neil \\ Co", { AnnualRevenue: -3 }),
    account('100%_Pure'),
    account('100xyPure'),
  ],
});

const names = (where: string) => column(org, `SELECT Name FROM Account WHERE ${where} ORDER BY Name`);

describe('WHERE', () => {
  test.each([
    ["Name = 'ALPHA'", ['Alpha']],
    ["Name != 'alpha'", ['100%_Pure', '100xyPure', 'beta', "O'Neil \\ Co"]],
    ["Name <> 'alpha' AND Industry = null", ['100%_Pure', '100xyPure', "O'Neil \\ Co"]],
    ['AnnualRevenue > 10', ['beta']],
    ['AnnualRevenue >= 10', ['Alpha', 'beta']],
    ['AnnualRevenue < 10', ["O'Neil \\ Co"]],
    ['AnnualRevenue = -3', ["O'Neil \\ Co"]],
    ['AnnualRevenue <= 10.0', ['Alpha', "O'Neil \\ Co"]],
    ["Name > 'b'", ['beta', "O'Neil \\ Co"]],
    ['Industry != null', ['Alpha', 'beta']],
    ["Industry = ''", ['100%_Pure', '100xyPure', "O'Neil \\ Co"]],
    ["Name IN ('alpha', 'BETA')", ['Alpha', 'beta']],
    ["Name NOT IN ('alpha', 'beta')", ['100%_Pure', '100xyPure', "O'Neil \\ Co"]],
    ["Industry NOT IN ('Energy')", ['100%_Pure', '100xyPure', 'beta', "O'Neil \\ Co"]],
    ["Name LIKE '100\\%\\_%'", ['100%_Pure']],
    ["Name LIKE '100__Pure'", ['100%_Pure', '100xyPure']],
    ["Name LIKE 'AL%'", ['Alpha']],
    ["Name = 'O\\'Neil \\\\ Co'", ["O'Neil \\ Co"]],
    ["NOT Name = 'alpha'", ['100%_Pure', '100xyPure', 'beta', "O'Neil \\ Co"]],
    ["Name != 'x' AND (NOT Name LIKE '100%') AND (NOT (AnnualRevenue > 15))", ['Alpha', "O'Neil \\ Co"]],
    ["(Name = 'alpha' OR Name = 'beta') AND AnnualRevenue > 15", ['beta']],
    ["Name = 'alpha' OR (Name = 'beta' AND AnnualRevenue > 15)", ['Alpha', 'beta']],
    ["((Name = 'alpha'))", ['Alpha']],
    ["Owner.Name = 'kim ro' AND Owner.IsActive = true AND Industry = 'energy'", ['Alpha']],
    ['IsDeleted = true', []],
  ])('%s', (where, expected) => {
    expect(names(where)).toEqual(expected);
  });

  test.each([
    ["Name = 'a' OR Name = 'b' AND Name = 'c'", 'MALFORMED_QUERY'],
    ["Name = 'a' AND NOT Name = 'b'", 'MALFORMED_QUERY'],
    ["NOT Name = 'a' AND Name = 'b'", 'MALFORMED_QUERY'],
    ["Name = 'a' AND", 'MALFORMED_QUERY'],
    ["(Name = 'a'", 'MALFORMED_QUERY'],
    ['Name IN ()', 'MALFORMED_QUERY'],
    ['Name = :name', 'MALFORMED_QUERY'],
    ["Name = 'bad \\q escape'", 'MALFORMED_QUERY'],
    ["Name LIKE 'bad \\q escape'", 'MALFORMED_QUERY'],
    ["Name = '100\\%'", 'MALFORMED_QUERY'],
    ['AnnualRevenue > USD5000', 'INVALID_FIELD'],
    ["Name INCLUDES ('a')", 'MALFORMED_QUERY'],
    ['Name = 5', 'INVALID_FIELD'],
    ["AnnualRevenue = '5'", 'INVALID_FIELD'],
    ["AnnualRevenue LIKE '5%'", 'INVALID_QUERY_FILTER_OPERATOR'],
    ["IsDeleted = 'false'", 'INVALID_FIELD'],
    ['IsDeleted > false', 'INVALID_QUERY_FILTER_OPERATOR'],
    ['AnnualRevenue > null', 'INVALID_QUERY_FILTER_OPERATOR'],
    ["CreatedDate > '2026-01-01'", 'INVALID_FIELD'],
    ['CreatedDate > 2026-01-01', 'INVALID_FIELD'],
    ["OwnerId = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR'],
    ["OwnerId = '005xx0000000301AAB'", 'INVALID_QUERY_FILTER_OPERATOR'],
    ["Descripton = 'a'", 'INVALID_FIELD'],
    ["Description = 'a'", 'INVALID_FIELD'],
    ["Ownr.Name = 'a'", 'INVALID_FIELD'],
    ["Owner.Nme = 'a'", 'INVALID_FIELD'],
    [`Name = '${'x'.repeat(4001)}'`, 'INVALID_QUERY_FILTER_OPERATOR'],
  ])('%s is refused as %s', (where, code) => {
    expect(refusal(org, `SELECT Name FROM Account WHERE ${where}`)).toBe(code);
  });

  test('compares ids of 15 and 18 characters as the same', () => {
    const [{ Id }] = select(org, "SELECT Id FROM Account WHERE Name = 'Alpha'") as [{ Id: string }];
    expect(names(`Id = '${Id.slice(0, 15)}'`)).toEqual(['Alpha']);
    expect(names(`Id IN ('${Id}', '${Id.slice(0, 15)}')`)).toEqual(['Alpha']);
    expect(names(`Id > '${Id}'`)).toHaveLength(4);
  });

  test('finds the same with an index as without', () => {
    const kim = "OwnerId = '005xx0000000301AAA'";
    expect(names(`${kim} AND AnnualRevenue > 0`)).toEqual(['Alpha', 'beta']);
    expect(names(`(${kim} OR Name = 'x') AND AnnualRevenue > 0`)).toEqual(['Alpha', 'beta']);
  });
});
