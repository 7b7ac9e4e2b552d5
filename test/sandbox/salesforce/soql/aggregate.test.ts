import { describe, expect, test } from '@jest/globals';
import { runQuery } from './query.ts';
import { bareOrg, refusal, select } from './test-org.ts';

const deal = (StageName: string, Amount: number | null, CloseDate: string) => ({
  Name: 'x',
  StageName,
  Amount,
  CloseDate,
  OwnerId: '005xx0000000301AAA',
});

const org = bareOrg({
  Opportunity: [
    deal('Prospecting', 0.1, '2026-11-25'),
    deal('Prospecting', 0.2, '2026-12-01'),
    deal('Prospecting', null, '2027-02-01'),
    deal('Closed Won', 40, '2026-11-20'),
  ],
});

const rows = (soql: string) => select(org, soql).map(({ attributes, ...rest }) => rest);

describe('aggregates', () => {
  test('unnamed ones are expr0, expr1 in order, grouped fields keep their name, records have no url', () => {
    const [first] = select(
      org,
      'SELECT StageName, SUM(Amount), COUNT(Id) n, AVG(Amount) FROM Opportunity GROUP BY StageName ORDER BY StageName',
    );
    expect(first).toEqual({
      attributes: { type: 'AggregateResult' },
      StageName: 'Prospecting',
      expr0: 0.3,
      n: 3,
      expr1: 0.15,
    });
  });

  test.each([
    ['SELECT COUNT(Id) FROM Opportunity', [{ expr0: 4 }]],
    ['SELECT COUNT(Amount) FROM Opportunity', [{ expr0: 3 }]],
    ['SELECT COUNT_DISTINCT(StageName) FROM Opportunity', [{ expr0: 2 }]],
    ['SELECT MIN(CloseDate) a, MAX(Amount) b FROM Opportunity', [{ a: '2026-11-20', b: 40 }]],
    ["SELECT SUM(Amount) s FROM Opportunity WHERE StageName = 'nothing'", [{ s: null }]],
    ["SELECT StageName FROM Opportunity WHERE Name = 'nothing' GROUP BY StageName", []],
    ['SELECT Owner.Name o, COUNT(Id) FROM Opportunity GROUP BY Owner.Name', [{ o: 'Kim Ro', expr0: 4 }]],
    ['SELECT Owner.Name, COUNT(Id) FROM Opportunity GROUP BY Owner.Name', [{ Name: 'Kim Ro', expr0: 4 }]],
    [
      'SELECT FISCAL_QUARTER(CloseDate) q, COUNT(Id) n FROM Opportunity GROUP BY FISCAL_QUARTER(CloseDate) ORDER BY FISCAL_QUARTER(CloseDate)',
      [
        { q: 1, n: 1 },
        { q: 4, n: 3 },
      ],
    ],
    [
      'SELECT StageName, COUNT(Id) n FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1',
      [{ StageName: 'Prospecting', n: 3 }],
    ],
    [
      "SELECT StageName FROM Opportunity GROUP BY StageName HAVING StageName LIKE 'closed%' AND SUM(Amount) >= 40",
      [{ StageName: 'Closed Won' }],
    ],
    [
      'SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY COUNT(Id) DESC LIMIT 1',
      [{ StageName: 'Prospecting' }],
    ],
  ])('%s', (soql, expected) => {
    expect(rows(soql)).toEqual(expected);
  });

  test('COUNT() tells the total and no records', () => {
    const result = runQuery(org, "SELECT COUNT() FROM Opportunity WHERE StageName = 'Prospecting'");
    expect([result.totalSize, result.size]).toEqual([3, 0]);
    expect(runQuery(org, 'SELECT COUNT() FROM Opportunity LIMIT 2').totalSize).toBe(2);
  });

  test.each([
    ['SELECT Name, COUNT(Id) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT Name, COUNT(Id) FROM Opportunity GROUP BY StageName', 'MALFORMED_QUERY'],
    ['SELECT StageName s, COUNT(Id) s FROM Opportunity GROUP BY StageName', 'MALFORMED_QUERY'],
    ['SELECT StageName, COUNT(Id) FROM Opportunity GROUP BY ROLLUP(StageName)', 'MALFORMED_QUERY'],
    ['SELECT SUM(Name) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT SUM(convertCurrency(Amount)) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT COUNT(Nothing) FROM Opportunity', 'INVALID_FIELD'],
    ['SELECT COUNT(Id) FROM Opportunity GROUP BY Amount', 'INVALID_FIELD'],
    ['SELECT COUNT(Id), (SELECT Id FROM OpportunityHistories) FROM Opportunity', 'MALFORMED_QUERY'],
    ['SELECT COUNT() FROM Opportunity ORDER BY Name', 'MALFORMED_QUERY'],
    ['SELECT NewValue, COUNT(Id) FROM CaseHistory GROUP BY NewValue', 'INVALID_FIELD'],
  ])('%s is refused as %s', (soql, code) => {
    expect(refusal(org, soql)).toBe(code);
  });

  test('amounts of money are added and sorted by in the corporate currency of an org with several', () => {
    const amounts = [
      ['USD', 90],
      ['EUR', 80],
      ['JPY', 6000],
    ] as const;
    const several = bareOrg(
      {
        Opportunity: amounts.map(([CurrencyIsoCode, Amount]) => ({
          ...deal('Prospecting', Amount, '2026-12-01'),
          CurrencyIsoCode,
        })),
      },
      { multiCurrency: true },
    );
    const soql = 'SELECT SUM(Amount) s, MAX(Amount) m, SUM(PushCount) p FROM Opportunity';
    expect(select(several, soql)[0]).toMatchObject({ s: 230, m: 100, p: 0 });
    const sorted = select(several, 'SELECT CurrencyIsoCode, Amount FROM Opportunity ORDER BY Amount DESC');
    expect(sorted.map(({ CurrencyIsoCode, Amount }) => [CurrencyIsoCode, Amount])).toEqual([
      ['EUR', 80],
      ['USD', 90],
      ['JPY', 6000],
    ]);
  });

  test('more than 2,000 groups are refused', () => {
    const many = bareOrg({
      Lead: Array.from({ length: 2001 }, (_unused, number) => ({
        LastName: `L${number}`,
        Company: `C${number}`,
        OwnerId: '005xx0000000301AAA',
      })),
    });
    const soql = 'SELECT Company, COUNT(Id) FROM Lead GROUP BY Company';
    expect(refusal(many, soql)).toBe('EXCEEDED_ID_LIMIT');
    expect(select(many, `${soql} LIMIT 2000`)).toHaveLength(2000);
  });
});
