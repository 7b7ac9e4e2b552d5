import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotExpressibleError } from '../../shared/error.ts';
import {
  and,
  type Condition,
  entered,
  equal,
  exists,
  fallback,
  field,
  greater,
  greaterOrEqual,
  isIn,
  less,
  lessOrEqual,
  literal,
  or,
  parametersOf,
} from '../../shared/language/index.ts';
import { compileCondition } from '../../shared/target/js/compile.ts';
import { compileMakeFilter } from '../../shared/target/make-filter/compile.ts';
import { compileZapFilter } from '../../shared/target/zap-filter/compile.ts';
import { passesMakeFilter } from '../sandbox/make-filter/make-filter.ts';
import { passesZapFilter } from '../sandbox/zap-filter/zap-filter.ts';
import { scopeOf } from '../shared/target/scope.ts';
import { CASES, PROPERTY } from './cases.ts';
import { FILTER_TEXTS, opportunities, STAGES } from './filter-tree.ts';
import { plainNumber } from './value.ts';

const input = parametersOf({ stages: 'list' });
const INPUTS = { stages: ['Closed Won', "O'Brien \\"] };
const name = field('text', 'Name');
const stage = field('text', 'StageName');
const amount = field('number', 'Amount');
const written = FILTER_TEXTS.filter((each) => !each.includes('{{'));
const spelledOnce = written.filter((each) => each !== 'acme' && each !== 'ACME corp');

/** What all three platforms' filters have in common. */
const COMMON = [
  fc.constant(entered(stage, fallback(input('stages'), literal('list', ['Closed Won'])))),
  fc.array(fc.constantFrom(...STAGES), { minLength: 1, maxLength: 3 }).map((stages) => isIn(stage, stages)),
  fc.constantFrom(...spelledOnce).map((value) => equal(name, value)),
  fc.constant(equal(field('boolean', 'IsPrivate'), true)),
  fc.constant(exists(field('text', 'NextStep'))),
  plainNumber.map((value) => greater(amount, Math.abs(value))),
  plainNumber.map((value) => less(amount, -Math.abs(value))),
];

const MAKE = [
  ...COMMON,
  fc.constantFrom(...written).map((value) => equal(name, value)),
  fc
    .tuple(plainNumber, fc.constantFrom(equal, less, lessOrEqual, greater, greaterOrEqual))
    .map(([value, build]) => build(amount, value)),
  fc.constant(equal(field('boolean', 'IsPrivate'), false)),
  fc.constant(exists(amount)),
];

/** Single tests, and groups of them inside each other. */
function conditions(parts: readonly fc.Arbitrary<Condition>[]): fc.Arbitrary<Condition> {
  const part = fc.oneof(...parts);
  const several = fc.array(part, { minLength: 1, maxLength: 3 });
  const group = fc.tuple(several, fc.constantFrom(and, or)).map(([all, build]) => build(...all));
  return fc.oneof(
    part,
    group,
    fc.tuple(group, group).map(([left, right]) => and(left, right)),
    fc.tuple(group, group).map(([left, right]) => or(left, right)),
  );
}

/** Records without texts that differ in case only, on which no document says what a Zap's match does. */
const oneSpelling = opportunities.map((records) =>
  records.map((record) => ({ ...record, Name: record.Name.replace(/^acme.*/i, 'Acme') })),
);

const ran = { 'make-filter': 0, 'zap-filter': 0, passed: 0 };

function agrees(
  target: 'make-filter' | 'zap-filter',
  trees: fc.Arbitrary<Condition>,
  records: fc.Arbitrary<readonly Readonly<Record<string, unknown>>[]>,
  compile: (condition: Condition) => (record: Readonly<Record<string, unknown>>) => boolean,
): void {
  fc.assert(
    fc.property(trees, records, (condition, records) => {
      const passes = unlessTooLong(() => compile(condition));
      if (passes === undefined) return fc.pre(false);
      const holds = compileCondition(condition);
      for (const record of records) {
        const passed = passes(record);
        expect(passed).toBe(holds(scopeOf({ record, parameters: INPUTS })));
        ran[target] += 1;
        ran.passed += Number(passed);
      }
    }),
    { ...PROPERTY, numRuns: PROPERTY.numRuns * 10 },
  );
  expect(ran[target]).toBeGreaterThanOrEqual(CASES);
}

/** What was compiled; undefined for a random condition of more groups than a target takes, which it refuses to say. */
function unlessTooLong<T>(compile: () => T): T | undefined {
  try {
    return compile();
  } catch (error) {
    if (error instanceof NotExpressibleError && error.message.includes('groups')) return undefined;
    throw error;
  }
}

describe('A filter of a platform lets pass what js lets pass', () => {
  afterAll(() => {
    process.stdout.write(`make-filter: ${ran['make-filter']} records judged alike by the filter evaluator\n`);
    process.stdout.write(`zap-filter: ${ran['zap-filter']} records judged alike by the filter evaluator\n`);
  });

  it('in a Make scenario.', () => {
    agrees('make-filter', conditions(MAKE), opportunities, (condition) => {
      const compiled = { conditions: compileMakeFilter(condition, '1', INPUTS) };
      return (record) =>
        passesMakeFilter(compiled, { variables: { '1': record }, now: () => 0, timezone: 'UTC' });
    });
  });

  it('in a Zap.', () => {
    agrees('zap-filter', conditions(COMMON), oneSpelling, (condition) => {
      let id = 100_000_000_000_000;
      const compiled = compileZapFilter(condition, 1, () => id++, INPUTS);
      return (record) => passesZapFilter(compiled, { '1': record });
    });
  });

  it('and both let some records pass and hold others back.', () => {
    const all = ran['make-filter'] + ran['zap-filter'];
    expect(ran.passed).toBeGreaterThan(all / 20);
    expect(ran.passed).toBeLessThan(all);
  });
});
