import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fallback, note, queryText, type Template } from '../../shared/language/index.ts';
import { digest } from '../../shared/signal/forecast-digest/card.ts';
import { changeQueries, figureQueries } from '../../shared/signal/forecast-digest/forecast-digest.ts';
import { firstOrder, forecastStages } from '../../shared/signal/forecast-digest/stage.ts';
import { compileTemplate as compileImlTemplate } from '../../shared/target/iml/compile.ts';
import { compileTemplate } from '../../shared/target/js/compile.ts';
import type { Scope } from '../../shared/target/js/scope.ts';
import { CASES } from './cases.ts';
import { ROOTS, runTemplate } from './run-iml.ts';
import { day, filledText, instant, lineText, maybe, moment, plainNumber } from './value.ts';

const queries = Object.entries({ ...figureQueries, ...changeQueries });
const everything = {
  firstOrder,
  forecastStages,
  card: {
    ...digest({
      listUrl: fallback(note('text', 'listUrl'), 'https://login.salesforce.com'),
      mark: note('text', 'mark'),
    }),
  },
  queries: Object.fromEntries(queries.map(([name, query]) => [name, queryText(query)])),
} as unknown as Template;

const STAGES = [
  'Prospecting',
  'Id. Decision Makers',
  'Sent, unread',
  "Won't & <say>",
  'Größer|kleiner',
] as const;
const stage = fc.constantFrom(...STAGES);
const stages = fc.subarray([...STAGES]).chain((names) =>
  fc.tuple(
    ...names.map((ApiName) =>
      fc.record({
        ApiName: fc.constant(ApiName),
        MasterLabel: filledText,
        SortOrder: fc.integer({ min: 1, max: 30 }),
        IsClosed: fc.boolean(),
      }),
    ),
  ),
);
const figures = fc.record({
  stage,
  category: maybe(filledText),
  won: fc.boolean(),
  closed: fc.boolean(),
  deals: fc.integer({ min: 1, max: 5000 }),
  amount: maybe(plainNumber),
  weighted: maybe(plainNumber),
});
const deal = fc.record({
  Id: fc.constantFrom('006xx0000000204AAA', '006xx0000000205AAA'),
  Name: filledText,
  Amount: maybe(plainNumber),
  ARR__c: maybe(plainNumber),
  StageName: stage,
  CloseDate: day,
  CurrencyIsoCode: fc.constantFrom('EUR', 'JPY', undefined),
  Owner: fc.option(fc.record({ Name: maybe(filledText) })),
  LastCloseDateChangedHistory: fc.option(fc.record({ PrevCloseDate: maybe(day) })),
});
const notes = fc.record({
  instanceUrl: fc.constant('https://acme.my.salesforce.com'),
  mark: fc.constantFrom('', undefined, 'TEST '),
  period: fc.option(
    fc.record({
      Number: maybe(fc.integer({ min: 1, max: 4 })),
      StartDate: day,
      EndDate: day,
      FullyQualifiedLabel: maybe(filledText),
    }),
    { nil: undefined },
  ),
  corporateCurrency: fc.constantFrom('USD', undefined),
  lastDigest: fc.option(fc.record({ CreatedDate: instant }), { nil: undefined }),
  movesError: fc.constantFrom(undefined, 'INVALID_FIELD'),
  stages,
  firstOrder: fc.integer({ min: 1, max: 30 }),
  forecastStages: fc.array(stage, { minLength: 1, maxLength: 4 }),
  byStage: fc.array(figures, { maxLength: 5 }),
  byCategory: fc.array(figures, { maxLength: 5 }),
  largest: fc.array(deal, { maxLength: 4 }),
  moves: fc.array(figures, { maxLength: 3 }),
  slips: fc.array(deal, { maxLength: 6 }),
});
const parameters = fc.record({
  first_stage: stage,
  amount_field: fc.constantFrom('Amount', 'ARR__c'),
  largest_count: fc.integer({ min: 1, max: 10 }),
  currency: fc.constantFrom('USD', 'EUR'),
  headline: maybe(lineText),
  intro: maybe(filledText),
  language: fc.constantFrom('en', 'de', 'fr'),
});

let ran = 0;

describe('The forecast digest says the same on Make as in js', () => {
  afterAll(() => {
    process.stdout.write(`iml: ${ran} forecast digests equal in stages, cards and queries\n`);
  });

  it('for random answers of Salesforce and inputs.', () => {
    const compiled = compileImlTemplate(everything, ROOTS);
    const meaning = compileTemplate(everything);
    fc.assert(
      fc.property(
        notes,
        parameters,
        moment,
        fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'ja-JP'),
        (noted, inputs, now, locale) => {
          const scope: Scope = {
            record: {},
            parameters: inputs,
            notes: noted,
            answer: undefined,
            now,
            locale,
            fiscalYearStartMonth: 1,
          };
          expect(runTemplate(compiled, scope)).toEqual(meaning(scope));
          ran += 1;
        },
      ),
      { seed: 20_261_120, numRuns: Math.ceil(CASES / 10) },
    );
  });
});
