import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { field } from '../../../shared/language/index.ts';
import { dealRoom } from '../../../shared/signal/deal-room/deal-room.ts';
import { filter } from '../../../shared/signal/deal-room/filter.ts';
import { entryHistory } from '../../../shared/signal/entry-history.ts';
import { compileCondition, compileValue } from '../../../shared/target/js/compile.ts';
import { bindQuery } from '../../../shared/target/soql/bind.ts';
import { compileQuery } from '../../../shared/target/soql/compile.ts';
import { personIn } from '../../sandbox/salesforce/dml/author.ts';
import { insertRecord } from '../../sandbox/salesforce/dml/insert.ts';
import { updateRecord } from '../../sandbox/salesforce/dml/update.ts';
import type { Org } from '../../sandbox/salesforce/org.ts';
import { INTEGRATION_USER } from '../../sandbox/salesforce/sample-org/user.ts';
import { opportunity } from '../../sandbox/salesforce/schema/opportunity.ts';
import { bareOrg, select } from '../../sandbox/salesforce/soql/test-org.ts';
import { scopeOf } from '../target/scope.ts';

const CHOSEN = ['Closed Won', 'Proposal/Price Quote'];
const STAGES = [...CHOSEN, 'Prospecting', 'Closed Lost'];
/** How far back a poll looks; longer than a commit can be late. */
const LOOK_BACK = 600_000;

const history = entryHistory(filter);
const query = compileQuery({
  from: dealRoom.object,
  select: [
    field('text', 'Id'),
    field('text', 'StageName'),
    field('instant', 'LastStageChangeDate'),
    field('instant', 'CreatedDate'),
  ],
  children: history === undefined ? [] : [history],
  where: dealRoom.filter,
});
const stampOf = compileValue(dealRoom.stamp);
const holds = compileCondition(dealRoom.filter);

const author = personIn(INTEGRATION_USER);

/** What a user does to one of three deals, and whether a poll follows. */
interface Edit {
  readonly deal: number;
  readonly change: { readonly StageName?: string; readonly Amount?: number };
  /** Since the edit before. */
  readonly seconds: number;
  readonly polls: boolean;
  /** Seconds that the newest commits stay invisible to this poll. */
  readonly late: number;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  deal: fc.nat({ max: 2 }),
  change: fc.oneof(
    { weight: 3, arbitrary: fc.record({ StageName: fc.constantFrom(...STAGES) }) },
    { weight: 1, arbitrary: fc.record({ Amount: fc.nat({ max: 5 }) }) },
  ),
  seconds: fc.oneof(fc.constantFrom(0, 0, 1), fc.nat({ max: 200 })),
  polls: fc.boolean(),
  late: fc.constantFrom(0, 0, 30),
});

interface Deal {
  id: string;
  stage: string;
  touched: number;
  entered: number;
  outside: string;
}

const digits = (instant: number) => new Date(instant).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');

/** Runs a history of edits; answers the keys a poller fired and those it should and may have fired. */
function play(org: Org, edits: readonly Edit[]) {
  const deals: Deal[] = [];
  const fired = new Set<string>();
  const due = new Set<string>();
  const possible = new Set<string>();
  const note = (deal: Deal, change: { StageName?: string }, now: number, isNew: boolean) => {
    const stage = change.StageName ?? deal.stage;
    if (CHOSEN.includes(stage) && (isNew || !CHOSEN.includes(deal.stage))) {
      deal.entered = now;
      possible.add(`${deal.id}-${deal.outside}`);
    }
    if (!CHOSEN.includes(stage)) deal.outside = digits(now);
    deal.stage = stage;
    deal.touched = now;
  };
  for (const { deal: at, change, seconds, polls, late } of edits) {
    org.clock.advance(seconds * 1000);
    const now = org.clock.now();
    const known = deals[at];
    if (known === undefined) {
      const values = { Name: `Deal ${at}`, StageName: 'Prospecting', CloseDate: '2026-12-31', ...change };
      const deal: Deal = {
        id: insertRecord(org, author, opportunity, values),
        stage: '',
        touched: now,
        entered: 0,
        outside: 'new',
      };
      deals[at] = deal;
      note(deal, values, now, true);
    } else {
      const isChange = 'Amount' in change || change.StageName !== known.stage;
      updateRecord(org, author, opportunity, known.id, change);
      if (isChange) note(known, change, now, false);
    }
    if (!polls) continue;
    const hidden = new Set(
      deals.filter((deal) => deal && now - deal.touched < late * 1000).map(({ id }) => id),
    );
    for (const deal of deals)
      if (deal && CHOSEN.includes(deal.stage) && !hidden.has(deal.id) && now - deal.entered <= LOOK_BACK)
        due.add(`${deal.id}-${deal.outside}`);
    const parameters = { stages: CHOSEN, since: new Date(now - LOOK_BACK).toISOString() };
    for (const record of select(org, bindQuery(query, { parameters, now }))) {
      const scope = scopeOf({ record, parameters, now });
      expect(holds(scope)).toBe(true);
      if (!hidden.has(record.Id)) fired.add(`${record.Id}-${stampOf(scope)}`);
    }
  }
  return { fired, due, possible };
}

test('Every entry fires under one key of its own, over random edits, same-second moves and late commits', () => {
  let entries = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
      const { fired, due, possible } = play(bareOrg({}), edits);
      expect([...due].filter((key) => !fired.has(key))).toEqual([]);
      expect([...fired].filter((key) => !possible.has(key))).toEqual([]);
      entries += fired.size;
    }),
    { seed: 20_261_120, numRuns: 300 },
  );
  expect(entries).toBeGreaterThan(300);
});

test('A move between two chosen stages keeps the key of the entry', () => {
  const org = bareOrg({});
  const keysAfter = (...stages: string[]) => {
    const edits = stages.map((StageName) => ({
      deal: 0,
      change: { StageName },
      seconds: 60,
      polls: true,
      late: 0,
    }));
    return play(org, edits).fired.size;
  };
  expect(keysAfter('Prospecting', 'Proposal/Price Quote', 'Closed Won', 'Closed Lost', 'Closed Won')).toBe(2);
});
