import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { field, type Kind, queryText } from '../../shared/language/index.ts';
import { compileExpression } from '../../shared/target/iml/compile.ts';
import { compileCondition, compileValue } from '../../shared/target/js/compile.ts';
import { bindQuery } from '../../shared/target/soql/bind.ts';
import { compileQuery } from '../../shared/target/soql/compile.ts';
import { fakeClock } from '../sandbox/clock.ts';
import { bareOrg, select } from '../sandbox/salesforce/soql/test-org.ts';
import { scopeOf } from '../shared/target/scope.ts';
import { CASES, PROPERTY } from './cases.ts';
import { FILTER, inputs, opportunities } from './filter-tree.ts';
import { ROOTS, runExpression } from './run-iml.ts';

const NOW = fakeClock().now();
const FIELDS =
  'Id, Name, NextStep, StageName, Amount, CloseDate, LastActivityDate, CreatedDate, LastStageChangeDate, IsPrivate';

const ran = { records: 0, selected: 0 };

function agrees(name: keyof typeof FILTER): void {
  const before = ran.records;
  fc.assert(
    fc.property(FILTER[name], inputs, opportunities, (condition, parameters, rows) => {
      const org = bareOrg({
        Opportunity: rows.map((row, at) => ({ Id: `006${String(at).padStart(12, '0')}AAA`, ...row })),
      });
      const [settings] = select(org, 'SELECT FiscalYearStartMonth FROM Organization');
      const scope = scopeOf({ parameters, now: NOW, fiscalYearStartMonth: settings.FiscalYearStartMonth });
      const query = compileQuery({ from: 'Opportunity', select: [field('text', 'Id')], where: condition });
      const found = select(org, bindQuery(query, scope)).map(({ Id }) => Id);
      const holds = compileCondition(condition);
      const records = select(org, `SELECT ${FIELDS} FROM Opportunity`);
      const expected = records.filter((record) => holds({ ...scope, record })).map(({ Id }) => Id);
      expect(found.toSorted()).toEqual(expected.toSorted());
      ran.records += records.length;
      ran.selected += found.length;
    }),
    PROPERTY,
  );
  expect(ran.records - before).toBeGreaterThanOrEqual(CASES);
}

describe('SOQL selects the records for which js holds', () => {
  afterAll(() => {
    process.stdout.write(
      `soql: ${ran.records} records judged alike by the query engine of the stand-in, called directly; ${ran.selected} selected\n`,
    );
  });

  it.each(Object.keys(FILTER) as (Kind & keyof typeof FILTER)[])('for random conditions of kind %s.', agrees);

  it.each(
    Object.keys(FILTER) as (keyof typeof FILTER)[],
  )('and Make asks the same query, letter by letter, for random conditions of kind %s.', (name) => {
    fc.assert(
      fc.property(FILTER[name], fc.array(inputs, { minLength: 10, maxLength: 10 }), (condition, many) => {
        const text = queryText({
          from: 'Opportunity',
          select: [field('text', 'Id')],
          where: condition,
        });
        const onMake = compileExpression(text, ROOTS);
        const onZapier = compileValue(text);
        for (const parameters of many) {
          const scope = scopeOf({ parameters, now: NOW });
          expect(runExpression(onMake, scope)).toBe(onZapier(scope));
        }
      }),
      PROPERTY,
    );
  });

  it('and selects some records and leaves others.', () => {
    expect(ran.selected).toBeGreaterThan(ran.records / 20);
    expect(ran.selected).toBeLessThan(ran.records);
  });
});
