import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Backtest, backtest } from '../../../shared/backtest/backtest.ts';
import { findFirings } from '../../../shared/backtest/find-firings.ts';
import type { Past, Row } from '../../../shared/backtest/past.ts';
import { pastAccounts } from '../../../shared/backtest/past-accounts.ts';
import { pastCases } from '../../../shared/backtest/past-cases.ts';
import { pastDeals } from '../../../shared/backtest/past-deals.ts';
import { pastLeads } from '../../../shared/backtest/past-leads.ts';
import { InvalidInputError } from '../../../shared/error.ts';
import { on } from '../../operation/platform.ts';
import { yearOf } from '../../sandbox/backtest/fictional-year.ts';
import { KIM } from '../../sandbox/salesforce/sample-org/user.ts';
import { connectTo, startWorld, type World } from '../../sandbox/world.ts';
import { groupedBy } from './grouped-by.ts';

const DAY = 24 * 60 * 60 * 1000;
const FROM_SUNDAY = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const count = (past: Past, inputs: Row = {}): Promise<Backtest> =>
  backtest(past, connectTo(world).salesforce, inputs, world.clock.now());

/** What happened to whose record, worked out from the stand-in's records alone. */
interface Happened {
  readonly record: string;
  readonly at: string;
}

const timeOf = ({ CreatedDate }: Row) => Date.parse(String(CreatedDate));

/** Each time a deal was moved into one of the stages from another, or created there. */
function entriesByHand(stages: readonly string[]): readonly Happened[] {
  const rows = world.salesforce.records('OpportunityHistory');
  return [...groupedBy(rows, 'OpportunityId')].flatMap(([record, changes]) => {
    const inOrder = changes.toSorted((a, b) => timeOf(a) - timeOf(b));
    return inOrder.flatMap(({ StageName, CreatedDate }, at) =>
      stages.includes(String(StageName)) && !stages.includes(String(inOrder[at - 1]?.StageName))
        ? [{ record, at: String(CreatedDate) }]
        : [],
    );
  });
}

/** Each time a case was marked as escalated, or created so. */
function escalationsByHand(): readonly Happened[] {
  const flips = world.salesforce
    .records('CaseHistory')
    .filter(({ Field, NewValue }) => Field === 'IsEscalated' && NewValue === 'true')
    .map(({ CaseId, CreatedDate }) => ({ record: String(CaseId), at: String(CreatedDate) }));
  const touched = groupedBy(
    world.salesforce.records('CaseHistory').filter(({ Field }) => Field === 'IsEscalated'),
    'CaseId',
  );
  const createdSo = world.salesforce
    .records('Case')
    .filter(({ Id, IsEscalated }) => IsEscalated === true && !touched.has(String(Id)))
    .map(({ Id, CreatedDate }) => ({ record: String(Id), at: String(CreatedDate) }));
  return [...flips, ...createdSo];
}

function createdByHand(object: string): readonly Happened[] {
  return world.salesforce
    .records(object)
    .map(({ Id, CreatedDate }) => ({ record: String(Id), at: String(CreatedDate) }));
}

/** The numbers of a report, counted one by one. */
function numbersByHand(happened: readonly Happened[], object: string, days: number) {
  const owners = new Map(
    ['User', 'Group'].flatMap((name) =>
      world.salesforce.records(name).map(({ Id, Name }) => [String(Id), String(Name)]),
    ),
  );
  const ownerOf = new Map(
    world.salesforce.records(object).map(({ Id, OwnerId }) => [String(Id), owners.get(String(OwnerId))]),
  );
  const now = world.clock.now();
  const counted = happened.filter(({ at }) => Date.parse(at) >= now - days * DAY && Date.parse(at) < now);
  const tally = (keyOf: (one: Happened) => string) => {
    const counts: Record<string, number> = {};
    for (const one of counted) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
    return counts;
  };
  return {
    fired: counted.length,
    byOwner: tally(({ record }) => ownerOf.get(record) ?? ''),
    byWeekday: tally(({ at }) => FROM_SUNDAY[new Date(at).getUTCDay()] ?? ''),
    byDay: tally(({ at }) => at.slice(0, 10)),
  };
}

/** The same numbers of a report, less the zeros. */
function numbersOf({ fired, byOwner, byWeekday, byDay }: Backtest) {
  const there = (pairs: readonly (readonly [string, number])[]) =>
    Object.fromEntries(pairs.filter(([, value]) => value > 0));
  return {
    fired,
    byOwner: there(byOwner.map(({ owner, fired }) => [owner, fired])),
    byWeekday: there(byWeekday.map(({ weekday, fired }) => [weekday, fired])),
    byDay: there(byDay.map(({ day, fired }) => [day, fired])),
  };
}

describe('A backtest over a year of fictional history counts what somebody counts by hand', () => {
  it('of deals, also those that left the stage or came twice, with the event keys of the trigger', async () => {
    yearOf['deal-room']?.(world);
    const won = entriesByHand(['Closed Won']);
    for (const days of [1, 30, 365])
      expect(numbersOf(await count(pastDeals, { days }))).toEqual(numbersByHand(won, 'Opportunity', days));
    expect((await count(pastDeals)).fired).toBeGreaterThan(100);

    const passed = ['Negotiation/Review', 'Closed Lost'];
    expect(numbersOf(await count(pastDeals, { stages: passed, days: 90 }))).toEqual(
      numbersByHand(entriesByHand(passed), 'Opportunity', 90),
    );

    const keys = new Set(keysOfDeals());
    const noticed = await on('zapier', world).notice('opportunity_entered_stage');
    expect(noticed.length).toBeGreaterThan(1000);
    expect(noticed.filter(({ event_key }) => !keys.has(String(event_key)))).toEqual([]);

    const before = world.salesforce.apiCalls;
    const { salesforceCalls } = await count(pastDeals);
    expect([salesforceCalls, world.salesforce.apiCalls - before]).toEqual([2, 2]);
    world.salesforce.limits.pageSize = 200;
    expect((await count(pastDeals)).salesforceCalls).toBeGreaterThan(2);
    expect(world.salesforce.records('Dealwire_Delivery__c')).toEqual([]);
  });

  it('of cases that were escalated, also those that are closed by now', async () => {
    yearOf['case-escalation']?.(world);
    const escalations = escalationsByHand();
    for (const days of [30, 365])
      expect(numbersOf(await count(pastCases, { days }))).toEqual(numbersByHand(escalations, 'Case', days));
  });

  it.each([
    ['Lead', pastLeads],
    ['Account', pastAccounts],
  ])('of each %s that was created', async (object, past) => {
    yearOf[past.signal]?.(world);
    const created = createdByHand(object);
    for (const days of [7, 365])
      expect(numbersOf(await count(past, { days }))).toEqual(numbersByHand(created, object, days));
  });
});

/** The event key of every win there ever was. */
function keysOfDeals(): readonly string[] {
  const histories = groupedBy(world.salesforce.records('OpportunityHistory'), 'OpportunityId');
  const records = world.salesforce.records('Opportunity').map((deal) => ({
    ...deal,
    OpportunityHistories: { records: (histories.get(String(deal.Id)) ?? []).toReversed() },
  }));
  return findFirings(pastDeals, records, {
    record: {},
    parameters: { stages: ['Closed Won'], delivery_name: 'deal-room' },
    notes: {},
    answer: undefined,
    now: world.clock.now(),
    locale: 'en-US',
    fiscalYearStartMonth: 1,
  }).map(({ key }) => key);
}

it('A case that gets a chosen priority counts once, whatever chosen priority follows', async () => {
  world.clock.advance(DAY);
  const id = world.salesforce.insert('Case', { Subject: 'Slow', Priority: 'Low' });
  for (const Priority of ['Medium', 'High', 'Low', 'High']) {
    world.clock.advance(60_000);
    world.salesforce.update('Case', id, { Priority });
  }
  world.clock.advance(60_000);
  expect(await count(pastCases, { days: 1, escalated: false, priorities: ['Medium', 'High'] })).toMatchObject(
    {
      fired: 2,
      records: 1,
      limits: [],
    },
  );
});

it('Days and weekdays are those of the time zone', async () => {
  world.clock.set('2026-11-22T23:30:00Z');
  world.salesforce.insert('Lead', { LastName: 'Late', Company: 'Hooli', OwnerId: KIM });
  world.clock.advance(60_000);
  const dayIn = async (time_zone: string) => {
    const { byDay, byWeekday } = await count(pastLeads, { days: 1, time_zone });
    return [byDay.find(({ fired }) => fired > 0)?.day, byWeekday.find(({ fired }) => fired > 0)?.weekday];
  };
  expect(await dayIn('UTC')).toEqual(['2026-11-22', 'Sunday']);
  expect(await dayIn('Asia/Tokyo')).toEqual(['2026-11-23', 'Monday']);
});

it('A quiet time is zero everywhere, with every day in it', async () => {
  world.clock.set('2027-06-30T12:00:00Z');
  const { fired, byOwner, byDay, byWeekday } = await count(pastDeals, { days: 3 });
  expect({ fired, byOwner }).toEqual({ fired: 0, byOwner: [] });
  expect(byDay.map(({ day }) => day)).toEqual(['2027-06-27', '2027-06-28', '2027-06-29', '2027-06-30']);
  expect(byWeekday).toHaveLength(7);
});

it('An org without history of cases is counted as far as that goes, and the result says so', async () => {
  world.salesforce.features.caseHistory = false;
  for (const row of world.salesforce.records('CaseHistory'))
    world.salesforce.remove('CaseHistory', String(row.Id));
  world.clock.advance(DAY);
  const old = world.salesforce.insert('Case', { Subject: 'Old' });
  world.clock.advance(2 * DAY);
  world.salesforce.insert('Case', { Subject: 'New', IsEscalated: true });
  world.salesforce.update('Case', old, { IsEscalated: true });
  world.clock.advance(60_000);
  const { fired, limits } = await count(pastCases, { days: 1 });
  expect(fired).toBe(1);
  expect(limits).toEqual([expect.stringMatching(/^This org keeps no history of Escalated and Priority/)]);
});

it.each([
  [pastLeads, { sources: ['Web'] }],
  [pastAccounts, { types: ['Prospect'] }],
])('What is chosen by a value counts by that of today, and the result says so', async (past, inputs) => {
  const { limits } = await count(past, inputs);
  expect(limits).toEqual([expect.stringContaining('as they are today')]);
});

it.each([
  [{ days: 0 }, 'Days: 0 is not between 1 and 365.'],
  [{ days: 366 }, 'Days: 366 is not between 1 and 365.'],
  [{ days: 'a week' }, 'Days: it is not a whole number.'],
  [{ time_zone: 'Mars/Base' }, 'Time Zone: it is not a time zone such as Europe/Berlin.'],
  [{ stages: ['Won'] }, 'Stages: "Won" is no opportunity stage of this org'],
])('Inputs %j are refused with the reason', async (inputs, message) => {
  const refused = await count(pastDeals, inputs).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(InvalidInputError);
  expect(String((refused as Error).message)).toContain(message);
});
