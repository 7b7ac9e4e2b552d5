import { describe, expect, test } from '@jest/globals';
import { bareOrg, column, refusal } from './test-org.ts';

const deal = (Name: string, StageName: string, Amount: number | null) => ({
  Name,
  StageName,
  Amount,
  CloseDate: '2026-12-01',
  OwnerId: '005xx0000000301AAA',
});

const org = bareOrg({
  Opportunity: [
    deal('b', 'Qualification', 2),
    deal('A', 'Closed Won', null),
    deal('c', 'Prospecting', 1),
    deal('_', 'Negotiation/Review', 3),
  ],
});

const ordered = (order: string) => column(org, `SELECT Name FROM Opportunity ${order}`).join('');

describe('ORDER BY', () => {
  test.each([
    ['ORDER BY Name', 'Abc_'],
    ['ORDER BY Name DESC', '_cbA'],
    ['ORDER BY Amount', 'Acb_'],
    ['ORDER BY Amount NULLS LAST', 'cb_A'],
    ['ORDER BY Amount DESC', 'A_bc'],
    ['ORDER BY Amount DESC NULLS LAST', '_bcA'],
    ['ORDER BY StageName', 'cb_A'],
    ['ORDER BY IsWon DESC, Name DESC', 'A_cb'],
    ['ORDER BY Owner.Name, Name', 'Abc_'],
    ['ORDER BY Name LIMIT 2', 'Ab'],
    ['ORDER BY Name LIMIT 2 OFFSET 1', 'bc'],
    ['ORDER BY Name OFFSET 3', '_'],
    ['ORDER BY Name LIMIT 0', ''],
  ])('%s', (order, expected) => {
    expect(ordered(order)).toBe(expected);
  });

  test.each([
    ['SELECT Id FROM CaseMilestone ORDER BY TargetDate', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity ORDER BY Description', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity ORDER BY HasOverdueTask', 'INVALID_FIELD'],
    ['SELECT Id FROM Opportunity ORDER BY Nonsense', 'INVALID_FIELD'],
    ['SELECT toLabel(StageName) s FROM Opportunity ORDER BY convertCurrency(Amount)', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity ORDER BY toLabel(StageName)', 'MALFORMED_QUERY'],
    ['SELECT Id FROM Opportunity OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE'],
  ])('%s is refused as %s', (soql, code) => {
    expect(refusal(org, soql)).toBe(code);
  });

  test('history values can be sorted by though not filtered', () => {
    expect(column(org, 'SELECT Id FROM OpportunityFieldHistory ORDER BY NewValue')).toEqual([]);
  });
});
