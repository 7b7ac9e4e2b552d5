import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { personIn } from '../dml/author.ts';
import { insertRecord } from '../dml/insert.ts';
import { removeRecord } from '../dml/remove.ts';
import { updateRecord } from '../dml/update.ts';
import type { Org } from '../org.ts';
import { type RestCaller, restCaller } from '../rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from '../salesforce.ts';
import { DEMO_DEAL } from '../sample-org/opportunity.ts';
import { KIM } from '../sample-org/user.ts';
import { opportunity } from '../schema/opportunity.ts';
import { opportunityHistory } from '../schema/opportunity-history.ts';
import { parse } from '../soql/parse.ts';
import { runQuery } from '../soql/query.ts';
import { createScope } from '../soql/scope.ts';
import { testOrg } from '../soql/test-org.ts';
import { compileWhere, matching } from '../soql/where.ts';
import { createTable, type Table } from '../table.ts';
import { numberedIds } from './numbered-id.ts';
import { permutation } from './permutation.ts';
import { populateOpportunities } from './populate-opportunities.ts';

const RUNS = Number(process.env.DEALWIRE_CASES ?? 60);
const ids = numberedIds('006Pp');

describe('an index and a scan find the same records', () => {
  const SIZE = 60;
  const instants = ['2021-12-01', '2024-06-15', '2026-11-20', '2026-11-21', '2030-01-01'].map(
    (day) => `${day}T10:00:00Z`,
  );
  const days = ['2015-01-01', '2024-06-15', '2026-11-20', '2027-02-01', '2030-01-01'];
  const literals = ['TODAY', 'LAST_N_DAYS:400', 'NEXT_N_DAYS:90', 'THIS_FISCAL_QUARTER', 'LAST_YEAR', 'null'];
  const operator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
  const comparison = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('CreatedDate', 'SystemModstamp', 'LastStageChangeDate', 'LastModifiedDate'),
        operator,
        fc.constantFrom(...instants, ...literals),
      )
      .map((parts) => parts.join(' ')),
    fc
      .tuple(
        fc.constantFrom('CloseDate', 'LastActivityDate'),
        operator,
        fc.constantFrom(...days, ...literals),
      )
      .map((parts) => parts.join(' ')),
    fc
      .array(fc.oneof(fc.nat({ max: SIZE + 3 }).map(ids.of), fc.constant(DEMO_DEAL)), {
        minLength: 1,
        maxLength: 4,
      })
      .chain((some) =>
        fc.constantFrom(...['IN', 'NOT IN'].map((word) => `Id ${word} ('${some.join("', '")}')`)),
      ),
    fc.constantFrom(
      'IsWon = true',
      "StageName IN ('Closed Won', 'Prospecting')",
      `OwnerId = '${KIM}'`,
      'Amount > 1500',
    ),
  );
  const where = fc
    .letrec<{ tree: string; all: string; any: string; none: string }>((tie) => ({
      tree: fc.oneof({ maxDepth: 3, withCrossShrink: true }, comparison, tie('all'), tie('any'), tie('none')),
      all: fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map((parts) => `(${parts.join(' AND ')})`),
      any: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join(' OR ')})`),
      none: comparison.map((part) => `(NOT (${part}))`),
    }))
    .tree.filter((text) => !/null/.test(text) || !/[<>]=? null/.test(text));
  const edit = fc.record({
    what: fc.constantFrom('update', 'remove', 'insert'),
    deal: fc.nat({ max: SIZE - 1 }),
    values: fc.constantFrom(
      { StageName: 'Closed Won' },
      { CloseDate: '2026-12-24' },
      { Amount: 1, StageName: 'Prospecting' },
    ),
  });

  function apply(org: Org, { what, deal, values }: { what: string; deal: number; values: object }): void {
    org.clock.advance(3_600_000);
    const id = ids.of(deal);
    const author = personIn(KIM);
    if (what === 'insert')
      insertRecord(org, author, opportunity, {
        Name: 'N',
        StageName: 'Prospecting',
        CloseDate: '2026-12-01',
        ...values,
      });
    else if (org.store.table('Opportunity').get(id) === undefined) return;
    else if (what === 'update') updateRecord(org, author, opportunity, id, { ...values });
    else removeRecord(org, author, opportunity, id);
  }

  test('whatever was changed, deleted and created since', () => {
    let narrowed = 0;
    fc.assert(
      fc.property(
        fc.array(edit, { maxLength: 8 }),
        fc.array(where, { minLength: 1, maxLength: 5 }),
        (edits, wheres) => {
          const org = testOrg();
          populateOpportunities(org, SIZE);
          for (const one of edits) apply(org, one);
          const scope = createScope(org, opportunity, undefined);
          for (const text of wheres) {
            const filter = compileWhere(scope, parse(`SELECT Id FROM Opportunity WHERE ${text}`).where);
            const scanned = [...org.store.table('Opportunity').all()].filter(filter.test);
            const found = matching(scope, opportunity, filter);
            expect([text, found.map(({ Id }) => Id).sort()]).toEqual([
              text,
              scanned.map(({ Id }) => Id).sort(),
            ]);
            if (filter.candidates !== undefined) narrowed += 1;
          }
        },
      ),
      { numRuns: RUNS },
    );
    expect(narrowed).toBeGreaterThan(RUNS / 4);
  });

  test('also in the histories of computed opportunities', () => {
    const org = testOrg();
    populateOpportunities(org, SIZE);
    const scope = createScope(org, opportunityHistory, undefined);
    for (let deal = 0; deal < SIZE; deal++) {
      const text = `SELECT Id FROM OpportunityHistory WHERE OpportunityId = '${ids.of(deal)}'`;
      const filter = compileWhere(scope, parse(text).where);
      const scanned = [...org.store.table('OpportunityHistory').all()].filter(filter.test);
      expect(matching(scope, opportunityHistory, filter).map(({ Id }) => Id)).toEqual(
        scanned.map(({ Id }) => Id),
      );
      expect(scanned).toHaveLength(deal % 4 === 0 ? 1 : 2);
    }
  });
});

describe('a table with computed records', () => {
  const SIZE = 30;
  const operation = fc.record({
    what: fc.constantFrom('put', 'remove'),
    number: fc.nat({ max: SIZE + 5 }),
    stage: fc.constantFrom('Closed Won', 'Prospecting', null),
  });

  test('behaves like one that stores them all', () => {
    const org = testOrg();
    populateOpportunities(org, SIZE);
    const rows = [...org.store.table('Opportunity').all()].filter(({ Id }) => String(Id).startsWith('006Pp'));
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 20 }), (operations) => {
        const computed = createTable();
        computed.populate({
          size: SIZE,
          row: (position) => rows[position] ?? {},
          positionOf: (id) => ids.numberIn(id, SIZE),
          orders: { Id: (rank) => rank },
        });
        const stored = createTable();
        for (const row of rows) stored.put(row);
        for (const { what, number, stage } of operations)
          for (const table of [computed, stored])
            if (what === 'put') table.put({ Id: ids.of(number), StageName: stage });
            else table.remove(ids.of(number));
        const all = (table: Table) => [...table.all()].map((row) => JSON.stringify(row)).sort();
        const having = (table: Table, value: string | null) =>
          table
            .having('StageName', value)
            .map((row) => JSON.stringify(row))
            .sort();
        expect(all(computed)).toEqual(all(stored));
        expect(computed.count()).toBe(stored.count());
        for (const value of ['Closed Won', 'Prospecting', null])
          expect(having(computed, value)).toEqual(having(stored, value));
        for (let number = 0; number < SIZE + 5; number++)
          expect(computed.get(ids.of(number))).toEqual(stored.get(ids.of(number)));
      }),
      { numRuns: RUNS },
    );
  });
});

test('a query that no index helps looks at all records, and is right', () => {
  const org = testOrg();
  populateOpportunities(org, 5000);
  const count = runQuery(org, "SELECT COUNT() FROM Opportunity WHERE Name = 'Deal 3141'");
  expect(count.totalSize).toBe(1);
  expect(org.rowsExamined).toBe(org.store.table('Opportunity').count());
});

test('a permutation goes there and back, and meets every number once', () => {
  for (const size of [1, 2, 3, 10, 97, 1000]) {
    const { at, back } = permutation(size);
    const numbers = Array.from({ length: size }, (_unused, number) => number);
    expect(numbers.map(at).sort((a, b) => a - b)).toEqual(numbers);
    expect(numbers.map((number) => back(at(number)))).toEqual(numbers);
  }
});

describe('an org with a million opportunities', () => {
  let salesforce: SalesforceStandIn;
  let rest: RestCaller;
  beforeAll(async () => {
    salesforce = await startSalesforce({ population: 1_000_000 });
    rest = restCaller(salesforce);
  });
  afterAll(() => salesforce.close());

  /** A query's number of records, and how many were looked at. */
  const examine = async (soql: string) => {
    const before = salesforce.rowsExamined;
    const { body } = await rest.query(soql);
    return { found: body.totalSize as number, examined: salesforce.rowsExamined - before };
  };

  test.each([
    ['LastStageChangeDate >= 2026-11-20T21:00:00Z', 5],
    ['SystemModstamp >= 2026-11-20T21:00:00Z', 5],
    ['CreatedDate >= 2026-11-20T21:00:00Z', 5],
    [
      "StageName = 'Closed Won' AND LastStageChangeDate >= 2026-11-20T12:00:00Z AND LastStageChangeDate < 2999-12-31T00:00:00Z",
      5,
    ],
    [
      'LastStageChangeDate >= 2026-11-20T12:00:00Z OR (LastStageChangeDate = null AND CreatedDate >= 2026-11-20T12:00:00Z)',
      5,
    ],
    ["Id IN ('006Pp0000000007', '006Pp0000999999', '006Pp0001000000')", 2],
    ['CloseDate >= TODAY AND CloseDate <= NEXT_N_DAYS:7', 5],
    ['CloseDate = 2026-12-24', 5],
  ])('looks at no more than it answers for %s', async (where, least) => {
    const { found, examined } = await examine(`SELECT Id FROM Opportunity WHERE ${where}`);
    expect(found).toBeGreaterThanOrEqual(least);
    expect(examined).toBeLessThanOrEqual(2 * found + 700);
    expect(examined).toBeLessThan(2000);
  });

  test('a computed opportunity can be read with its history, won and deleted', async () => {
    const id = ids.of(31_415);
    const read = async () =>
      (
        await rest.query(
          `SELECT Name, StageName, Account.Name, Owner.Email, (SELECT StageName, CreatedDate FROM OpportunityHistories ORDER BY CreatedDate) FROM Opportunity WHERE Id = '${id}'`,
        )
      ).body.records[0];
    const before = await read();
    expect(before).toMatchObject({ Name: 'Deal 31415', Account: { Name: expect.any(String) } });
    expect(before.OpportunityHistories.records).toHaveLength(2);
    salesforce.clock.advance(1000);
    salesforce.update('Opportunity', id, { StageName: 'Qualification' });
    const after = await read();
    expect(after).toMatchObject({ Name: 'Deal 31415', StageName: 'Qualification' });
    expect(after.OpportunityHistories.records).toHaveLength(3);
    const recent = await rest.query(
      'SELECT Id FROM Opportunity WHERE LastStageChangeDate > 2026-11-20T22:00:00Z',
    );
    expect(recent.body.records.map(({ Id }: { Id: string }) => Id)).toEqual([id]);
    expect(salesforce.changeEvents.at(-1)?.data.payload.ChangeEventHeader.recordIds).toEqual([id]);
    salesforce.remove('Opportunity', id);
    expect(await read()).toBeUndefined();
    const history = await rest.query(`SELECT Id FROM OpportunityHistory WHERE OpportunityId = '${id}'`);
    expect(history.body.totalSize).toBe(0);
  });

  test('a change that is rolled back leaves a computed opportunity as it was', async () => {
    const id = ids.of(271);
    const name = async () =>
      (await rest.query(`SELECT Name FROM Opportunity WHERE Id = '${id}'`)).body.records[0].Name;
    expect(() =>
      salesforce.transaction(() => {
        salesforce.update('Opportunity', id, { Name: 'changed' });
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(await name()).toBe('Deal 271');
  });
});
