import { isDeepStrictEqual } from 'node:util';
import { note, type Template } from '../../shared/language/index.ts';
import { fallback } from '../../shared/language/node/fallback.ts';
import { dealRoom } from '../../shared/signal/deal-room/deal-room.ts';
import { compileCondition, compileTemplate } from '../../shared/target/js/compile.ts';
import type { Scope } from '../../shared/target/js/scope.ts';
import { handWrittenCard, handWrittenFilter } from './hand-written-deal-room.ts';

/** How fast the language runs in `js` beside the same written by hand, in one run. */
export interface Speed {
  readonly name: 'filters' | 'cards';
  readonly perSecond: number;
  readonly handWrittenPerSecond: number;
  /** `perSecond / handWrittenPerSecond`; the goal is at least 0.5. */
  readonly ratio: number;
}

/** Milliseconds that one way runs before the other has its turn. */
const TURN = 4;

/** Measures the deal room's filter and card; both ways must answer the same, or this throws. */
export function measureLanguage(milliseconds = 1000): readonly Speed[] {
  const filter = compileCondition(dealRoom.filter);
  const card = compileTemplate(
    dealRoom.card({
      recordUrl: fallback(note('text', 'recordUrl'), 'https://login.salesforce.com'),
      mark: note('text', 'mark'),
      members: note('list', 'members'),
      missing: note('list', 'missing'),
    }) as unknown as Template,
  );
  return [
    { name: 'filters', ...compare(filter, handWrittenFilter, milliseconds) },
    { name: 'cards', ...compare(card, handWrittenCard as (scope: Scope) => unknown, milliseconds) },
  ];
}

/** Runs both in many short turns, so that a busy machine slows both alike, and takes the median of each. */
function compare(
  run: (scope: Scope) => unknown,
  byHand: (scope: Scope) => unknown,
  milliseconds: number,
): Omit<Speed, 'name'> {
  for (const scope of [...SCOPES, ...ODD_SCOPES])
    if (!isDeepStrictEqual(run(scope), byHand(scope)))
      throw new Error('What is written by hand does not say the same. Correct hand-written-deal-room.ts.');
  const rates: { readonly run: number[]; readonly byHand: number[] } = { run: [], byHand: [] };
  const end = performance.now() + milliseconds;
  do {
    rates.run.push(rate(run, TURN));
    rates.byHand.push(rate(byHand, TURN));
  } while (performance.now() < end);
  const perSecond = median(rates.run);
  const handWrittenPerSecond = median(rates.byHand);
  return { perSecond, handWrittenPerSecond, ratio: perSecond / handWrittenPerSecond };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

/** Calls per second. */
function rate(run: (scope: Scope) => unknown, milliseconds: number): number {
  const start = performance.now();
  let count = 0;
  let passed = 0;
  while (passed < milliseconds) {
    for (const scope of SCOPES) run(scope);
    count += SCOPES.length;
    passed = performance.now() - start;
  }
  return (count / passed) * 1000;
}

/** A few ordinary deals, half of them won. */
const SCOPES: readonly Scope[] = Array.from({ length: 20 }, (_, index) => ({
  record: {
    Id: `006${String(index).padStart(12, '0')}AAA`,
    Name: `Acme <expansion> & renewal ${index}`,
    StageName: index % 2 === 0 ? 'Closed Won' : 'Negotiation/Review',
    Amount: index % 3 === 0 ? 120_000 : 98_765.4 + index,
    ARR__c: 40_000 + index,
    CloseDate: '2026-11-20',
    CreatedDate: '2026-08-01T09:00:00.000+0000',
    LastStageChangeDate: '2026-11-20T21:58:03.000+0000',
    Contract_Start__c: index % 4 === 0 ? null : '2027-01-01',
    Account: { Name: 'Acme GmbH & Co. KG' },
    Owner: { Name: 'Robin Ashford', Email: 'robin@example.com' },
    SE__r: { Name: 'Sam Okafor' },
    OpportunityContactRoles: {
      records: [
        { Role: 'Decision Maker', Contact: { Name: 'Dana Whitfield' } },
        { Role: null, Contact: { Name: 'Lee Castellano' } },
      ],
    },
  },
  parameters: {
    stages: index % 3 === 0 ? [] : ['Closed Won', 'Signed'],
    since: '2026-11-20T00:00:00.000Z',
    currency: 'EUR',
    arr_field: 'ARR__c',
    contract_start_field: 'Contract_Start__c',
    se_field: 'SE__c',
    csm_field: '',
    extra_fields: ['Region__c:picklist:Region', 'Discount__c:percent:Discount'],
  },
  notes: {
    recordUrl: 'https://acme.my.salesforce.com/006000000000000AAA',
    members: ['U012AB3CD', 'U012AB3CE', 'W012AB3CF'],
    missing: index % 5 === 0 ? ['nobody@example.com'] : [],
    extra: [{ Region__c: 'EMEA', Discount__c: 12.5 }],
  },
  answer: undefined,
  now: Date.UTC(2026, 10, 20, 22, 5),
  locale: index % 2 === 0 ? 'en-US' : 'de-DE',
  fiscalYearStartMonth: 1,
}));

/** Deals at the edges, which both ways must say alike and which are not timed. */
const ODD_SCOPES: readonly Scope[] = SCOPES.flatMap((scope, index) => [
  { ...scope, record: {}, parameters: { ...scope.parameters, extra_fields: [] }, notes: {} },
  {
    ...scope,
    record: {
      ...scope.record,
      Name: `${'<long> '.repeat(index * 30)}🙂`,
      Amount: index === 0 ? null : -0.005 * index,
      CloseDate: ['2026-02-30', 'soon', null, '2026-12-01T10:00:00Z'][index % 4],
      LastStageChangeDate: [null, '2026-11-19T23:59:59Z', '2026-11-20T00:00:00.000+0000'][index % 3],
      SE__c: null,
      Manager__r: { CSM__r: { Name: 'Kim <Lindqvist>' } },
      OpportunityContactRoles: {
        records: Array.from({ length: index }, (_, at) =>
          at % 3 === 0 ? { Role: 'Buyer', Contact: null } : { Role: '', Contact: { Name: `Person ${at}` } },
        ),
      },
    },
    parameters: {
      ...scope.parameters,
      stages: index % 2 === 0 ? ['closed won', 'NEGOTIATION/review'] : undefined,
      until: index % 3 === 0 ? '2026-11-20T22:00:00.000Z' : '',
      currency: ['', 'usd', 'GBP'][index % 3],
      headline: index % 2 === 0 ? '' : 'Won & <done>',
      intro: index % 2 === 0 ? '' : 'Read *this* first & carefully.',
      arr_field: '',
      contract_start_field: '',
      se_field: 'OwnerId',
      csm_field: 'Manager__r.CSM__c',
      extra_fields: [
        'A',
        'B:double:',
        'C:date:On',
        'D:datetime:At',
        'E:int:Seats',
        'F:string',
        'G:currency',
        '',
      ],
    },
    notes: {
      mark: index % 2 === 0 ? 'TEST ' : '',
      recordUrl: index % 2 === 0 ? '' : `https://acme.my.salesforce.com/lightning|<${index}>`,
      members: Array.from({ length: index }, (_, at) => (at % 4 === 3 ? 'nobody' : `U0${at}`)),
      missing: Array.from({ length: index }, (_, at) => `<${at}>@example.com`),
      extra: [
        {
          A: index % 2 === 0,
          B: 2.005,
          C: '2027-03-01',
          D: '2027-03-01T08:30:00.000+0000',
          E: 12_345,
          F: '',
          G: 1e6 + index / 3,
        },
      ],
    },
  },
]);
