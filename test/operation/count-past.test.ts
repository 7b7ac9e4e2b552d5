import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countPastAccounts } from '../../shared/operation/search/count-past-accounts.ts';
import { countPastDeals } from '../../shared/operation/search/count-past-deals.ts';
import { countPastEscalations } from '../../shared/operation/search/count-past-escalations.ts';
import { countPastLeads } from '../../shared/operation/search/count-past-leads.ts';
import { liveYearOfCases } from '../sandbox/salesforce/population/year-of-cases.ts';
import { liveYearOfDeals } from '../sandbox/salesforce/population/year-of-deals.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { KIM } from '../sandbox/salesforce/sample-org/user.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

const DAY = 24 * 60 * 60_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

describe.each(platforms)('On %s', (platform) => {
  const find = async (search: string, inputs: Readonly<Record<string, unknown>> = {}) =>
    (await on(platform, world).find(search, inputs))[0];

  it.each([
    countPastDeals,
    countPastLeads,
    countPastEscalations,
    countPastAccounts,
  ])('$operation.label returns the sample that the editor shows', async ({ operation }) => {
    world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
    world.salesforce.insert('Account', { Name: 'Hooli', OwnerId: KIM });
    world.clock.advance(1000);
    expect(await find(operation.key)).toEqual(operation.sample);
  });

  it('counts the deals of a year that somebody counts by hand, with one call and nothing written', async () => {
    liveYearOfDeals(world);
    const since = world.clock.now() - 90 * DAY;
    const owners = new Map(world.salesforce.records('User').map(({ Id, Name }) => [Id, String(Name)]));
    const won = world.salesforce
      .records('Opportunity')
      .filter(
        ({ StageName, LastStageChangeDate, CreatedDate }) =>
          StageName === 'Closed Won' && Date.parse(String(LastStageChangeDate ?? CreatedDate)) >= since,
      );
    const byOwner = [...Map.groupBy(won, ({ OwnerId }) => owners.get(OwnerId) ?? '')]
      .map(([owner, deals]) => ({ owner, times: deals.length }))
      .sort((a, b) => b.times - a.times);
    world.salesforce.forget();
    world.slack.forget();
    const found = await find('count_past_deals', { days: 90 });
    expect(found).toMatchObject({ fired: won.length, days: 90, busiest_owner_times: byOwner[0]?.times });
    const lines = String(found?.by_owner).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines).toContain(`• ${byOwner[0]?.owner}: ${byOwner[0]?.times}`);
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([1, 0]);
    expect(world.salesforce.records('Dealwire_Delivery__c')).toEqual([]);
  });

  it('counts the cases of a year that somebody counts by hand, by the flag, by priorities, and by both', async () => {
    liveYearOfCases(world);
    const since = world.clock.now() - 90 * DAY;
    const changed = (field: string) =>
      new Set(
        world.salesforce
          .records('CaseHistory')
          .filter(({ Field, CreatedDate }) => Field === field && Date.parse(String(CreatedDate)) >= since)
          .map(({ CaseId }) => CaseId),
      );
    const [flags, priorities] = [changed('IsEscalated'), changed('Priority')];
    const open = world.salesforce.records('Case').filter(({ IsClosed }) => IsClosed === false);
    const times = async (inputs: Readonly<Record<string, unknown>>) =>
      (await find('count_past_escalations', { days: 90, ...inputs }))?.fired;
    const flagged = open.filter(({ Id, IsEscalated }) => IsEscalated === true && flags.has(Id));
    expect(flagged.length).toBeGreaterThan(20);
    expect(await times({})).toBe(flagged.length);
    expect(await times({ escalated: false, priorities: ['High'] })).toBe(
      open.filter(({ Id, Priority }) => Priority === 'High' && priorities.has(Id)).length,
    );
    expect(await times({ priorities: ['High'] })).toBe(
      open.filter(
        ({ Id, IsEscalated, Priority }) =>
          (IsEscalated === true || Priority === 'High') && (flags.has(Id) || priorities.has(Id)),
      ).length,
    );
  });

  it('says that escalations cannot be counted where no history is kept, and what to do', async () => {
    for (const { Id } of world.salesforce.records('CaseHistory'))
      world.salesforce.remove('CaseHistory', String(Id));
    const { kind, message } = await on(platform, world).failure(find('count_past_escalations'));
    expect(kind).toBe('stops');
    expect(message).toMatch(
      /^Escalated Cases: the org keeps no history of Escalated and Priority.* Track both fields /,
    );
  });

  it('looks as many days back as it is told, and finds a quiet time too', async () => {
    world.clock.advance(40 * DAY);
    world.salesforce.insert('Lead', { LastName: 'Okafor', Company: 'Hooli', OwnerId: KIM });
    world.clock.advance(5 * DAY);
    expect(await find('count_past_leads', { days: 4 })).toMatchObject({ fired: 0, by_owner: '—' });
    expect(await find('count_past_leads', { days: 6 })).toMatchObject({ fired: 1, busiest_owner: 'Kim Ro' });
    expect(await find('count_past_leads', { days: 6, sources: ['Web'] })).toMatchObject({ fired: 0 });
    expect(await find('count_past_leads', { days: 60 })).toMatchObject({ fired: 4 });
  });

  it('counts the accounts of the types that are chosen', async () => {
    for (const Type of ['Prospect', 'Prospect', null])
      world.salesforce.insert('Account', { Name: 'Hooli', Type });
    world.clock.advance(1000);
    const times = async (inputs: Readonly<Record<string, unknown>>) =>
      (await find('count_past_accounts', { days: 1, ...inputs }))?.fired;
    expect(await times({})).toBe(3);
    expect(await times({ types: ['Prospect'] })).toBe(2);
  });

  it.each([0, 366])('refuses %d days, with the field and what to do', async (days) => {
    const { kind, message } = await on(platform, world).failure(find('count_past_deals', { days }));
    expect(kind).toBe('stops');
    expect(message).toMatch(
      /^Days: .+ is not between 1 and 365\. How many days back to count, 365 at most\.$/,
    );
  });
});
