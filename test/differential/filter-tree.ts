import fc from 'fast-check';
import {
  and,
  between,
  type Condition,
  choose,
  contains,
  endsWith,
  entered,
  equal,
  exists,
  field,
  greater,
  greaterOrEqual,
  inFiscal,
  isIn,
  type Kind,
  less,
  lessOrEqual,
  literal,
  not,
  notEqual,
  or,
  parametersOf,
  startsWith,
  within,
} from '../../shared/language/index.ts';
import { instant as anyInstant, day, plainNumber } from './value.ts';

/** Whole seconds, which is all that Salesforce keeps of a point in time. */
const instant = anyInstant.map((text) => text.replace(/\.\d{3}/, '.000'));

/** Stages of the sample org. */
export const STAGES = ['Closed Won', 'Prospecting', 'Negotiation/Review', 'Closed Lost'] as const;

/** Texts that need escaping somewhere; none of their letters outside ASCII has another case. */
export const FILTER_TEXTS = [
  "O'Brien \\",
  'O"Brien',
  '50%_off',
  '50x_off',
  '\\%',
  'Acme',
  'ACME corp',
  'acme',
  '{{now}}',
  "' OR Name != '",
  '<!channel>',
  'tab\tnext\nline',
  '😀 deal 日本',
  '0',
  'null',
] as const;

const text = fc.constantFrom(...FILTER_TEXTS);
const TEXT_FIELDS = [field('text', 'Name'), field('text', 'NextStep'), field('text', 'StageName')];
const ORDERED = [less, lessOrEqual, greater, greaterOrEqual, equal, notEqual] as const;
const parameter = parametersOf({ stages: 'list', search: 'text', low: 'number', days: 'number' });

/** Inputs of a filter; none is missing, since a query refuses that. */
export const inputs = fc.record({
  stages: fc.array(fc.constantFrom(...STAGES, 'closed won', "O'Brien \\"), { minLength: 1, maxLength: 3 }),
  search: text,
  low: plainNumber,
  days: fc.integer({ min: 0, max: 400 }),
});

/** Records of an opportunity as Salesforce holds them. */
export const opportunities = fc.array(
  fc.record({
    Name: text,
    NextStep: fc.option(text),
    StageName: fc.constantFrom(...STAGES),
    Amount: fc.option(plainNumber.map((value) => Math.round(value * 100) / 100)),
    CloseDate: day,
    LastActivityDate: fc.option(day),
    CreatedDate: instant.map((at) => new Date(at).toISOString().replace('Z', '+0000')),
    LastStageChangeDate: fc.option(instant.map((at) => new Date(at).toISOString().replace('Z', '+0000'))),
    IsPrivate: fc.boolean(),
  }),
  { minLength: 20, maxLength: 20 },
);

const SIMPLE = {
  compare: fc.oneof(
    fc
      .tuple(
        fc.constantFrom(...TEXT_FIELDS),
        fc.oneof(
          text.map((value) => literal('text', value)),
          fc.constant(parameter('search')),
        ),
        fc.constantFrom(equal, notEqual),
      )
      .map(([left, right, build]) => build(left, right)),
    fc
      .tuple(
        fc.oneof(
          plainNumber.map((value) => literal('number', value)),
          fc.constant(parameter('low')),
        ),
        fc.constantFrom(...ORDERED),
      )
      .map(([right, build]) => build(field('number', 'Amount'), right)),
    fc
      .tuple(fc.constantFrom('CloseDate', 'LastActivityDate'), day, fc.constantFrom(...ORDERED))
      .map(([name, right, build]) => build(field('date', name), right)),
    fc
      .tuple(instant, fc.constantFrom(...ORDERED))
      .map(([right, build]) => build(field('instant', 'LastStageChangeDate'), right)),
    fc
      .tuple(fc.boolean(), fc.constantFrom(equal, notEqual))
      .map(([right, build]) => build(field('boolean', 'IsPrivate'), right)),
  ),
  in: fc.oneof(
    fc.constantFrom(...TEXT_FIELDS).map((value) => isIn(value, parameter('stages'))),
    fc
      .tuple(fc.constantFrom(...TEXT_FIELDS), fc.array(text, { minLength: 1, maxLength: 4 }))
      .map(([value, list]) => isIn(value, list)),
  ),
  match: fc
    .tuple(
      fc.constantFrom(...TEXT_FIELDS),
      fc.oneof(
        text,
        text.map((value) => value.slice(0, 3)),
        text.map((value) => value.slice(-2)),
      ),
      fc.constantFrom(contains, startsWith, endsWith),
    )
    .map(([value, search, build]) => build(value, search)),
  exists: fc
    .constantFrom(field('text', 'NextStep'), field('number', 'Amount'), field('date', 'LastActivityDate'))
    .map(exists),
  between: fc.oneof(
    fc.tuple(plainNumber, plainNumber).map(([low, high]) => between(field('number', 'Amount'), low, high)),
    fc.tuple(day, day).map(([low, high]) => between(field('date', 'LastActivityDate'), low, high)),
  ),
  'relative-date': fc
    .tuple(
      fc.constantFrom('CloseDate', 'LastActivityDate'),
      fc.constantFrom('last' as const, 'next' as const, 'before-last' as const),
      fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constant(parameter('days'))),
    )
    .map(([name, span, days]) => within(field('date', name), span, days)),
  fiscal: fc
    .tuple(
      fc.constantFrom('CloseDate', 'LastActivityDate'),
      fc.constantFrom('quarter' as const, 'year' as const),
    )
    .map(([name, period]) => inFiscal(field('date', name), period)),
  field: fc.constant(field('boolean', 'IsPrivate')),
  entered: fc.tuple(fc.option(instant), fc.option(instant), fc.boolean()).map(([since, until, isDated]) =>
    entered(field('text', 'StageName'), parameter('stages'), {
      ...(isDated && { changedAt: field('instant', 'LastStageChangeDate') }),
      ...(since !== null && { since: literal('instant', since) }),
      ...(until !== null && { until: literal('instant', until) }),
    }),
  ),
} satisfies { readonly [K in Kind]?: fc.Arbitrary<Condition> };

const { entered: _, ...answerable } = SIMPLE;
const part = fc.oneof(...Object.values(answerable));

/** Conditions that hold or not by inputs alone. */
const chosen = fc.oneof(
  plainNumber.map((value) => greater(parameter('low'), value)),
  text.map((value) => contains(parameter('search'), value.slice(0, 2))),
);
const group = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom(and, or))
  .map(([all, build]) => build(...all));

/** Random conditions of each kind that a query can say. */
export const FILTER = {
  ...SIMPLE,
  and: fc.array(part, { minLength: 1, maxLength: 4 }).map((all) => and(...all)),
  or: fc.array(part, { minLength: 1, maxLength: 4 }).map((all) => or(...all)),
  not: fc.oneof(part, group).map(not),
  choose: fc
    .tuple(
      fc.array(fc.tuple(chosen, fc.oneof(part, group)), { minLength: 1, maxLength: 2 }),
      fc.oneof(
        part,
        group,
        fc.boolean().map((value) => literal('boolean', value)),
      ),
      fc.constantFrom((condition: Condition) => condition, not),
    )
    .map(([branches, otherwise, turn]) =>
      and(exists(field('text', 'Name')), turn(choose('boolean', branches, otherwise))),
    ),
  whole: fc
    .tuple(group, group, group)
    .map(([first, second, third]) => and(or(first, not(second)), not(and(third, first)))),
} as const;
