import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { renewalsAtRisk } from '../../shared/operation/trigger/renewals-at-risk.ts';
import { addRenewal } from '../sandbox/add-renewal.ts';
import { startState, type TriggerState } from '../sandbox/make/run-trigger.ts';
import { INITECH } from '../sandbox/salesforce/sample-org/account.ts';
import { RENEWAL_TYPE } from '../sandbox/salesforce/sample-org/reference-data.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { ANA, KIM, LEA, OLD_REP, SAM } from '../sandbox/salesforce/sample-org/user.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms, pollOnMake, startsOnMake } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

/** The renewal of the sample org that has a CSM, and the one that has none. */
const WITH_CSM = sampleId('006', 206);
const WITHOUT_CSM = sampleId('006', 207);
const DAY = 86_400_000;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const close = (id: string) => world.salesforce.update('Opportunity', id, { StageName: 'Closed Won' });

describe.each(platforms)('Renewals at Risk on %s', (platform) => {
  const notice = (inputs: Values = {}) =>
    on(platform, world).notice('renewals_at_risk', { csm_field: 'CSM__c', ...inputs });
  const csms = async (inputs: Values = {}) => (await notice(inputs)).map(({ csm_id }) => csm_id).sort();
  const failure = (inputs: Values) => on(platform, world).failure(notice(inputs));
  const tell = (inputs: Values) =>
    on(platform, world).act('send_renewal_risk', { channel: CHANNELS.general, ...inputs });
  /** Tells every CSM what is at risk, as a flow does. */
  const tellAll = async (inputs: Values = {}) => {
    for (const { id: _, csm: __, ...item } of await notice(inputs)) await tell(item);
  };
  const calls = async (inputs: Values = {}) => {
    world.salesforce.forget();
    await notice(inputs);
    return world.salesforce.apiCalls;
  };

  it('returns the sample that the editor shows', async () => {
    const items = await notice();
    expect(items.find(({ csm_id }) => csm_id === ANA)).toEqual(renewalsAtRisk.operation.sample);
  });

  it('names a CSM once, however many renewals are at risk, and once nobody for those without a CSM', async () => {
    for (let number = 0; number < 9; number += 1) addRenewal(world, `Seats ${number}`, { CSM__c: ANA });
    addRenewal(world, 'Support plan', { CSM__c: SAM });
    addRenewal(world, 'Storage');
    expect(await csms()).toEqual([SAM, ANA, 'nobody']);
  });

  it.each<[string, Values]>([
    ['is no renewal', { Type: 'New Customer' }],
    ['is won', { StageName: 'Closed Won' }],
    ['closed yesterday', { closesIn: -1 }],
    ['closes later', { closesIn: 91 }],
    ['had a call 30 days ago', { silentFor: 30 }],
    ['has a meeting ahead', { silentFor: -7 }],
    ['is new and had no activity yet', { silentFor: 'ever' }],
  ])('leaves out a renewal that %s', async (_, values) => {
    addRenewal(world, 'Seats', { CSM__c: SAM, ...values });
    expect(await csms()).not.toContain(SAM);
  });

  it.each<[string, Values]>([
    ['closes today', { closesIn: 0 }],
    ['closes on the last of the days', { closesIn: 90 }],
    ['had its last call 31 days ago', { silentFor: 31 }],
  ])('counts a renewal that %s', async (_, values) => {
    addRenewal(world, 'Seats', { CSM__c: SAM, ...values });
    expect(await csms()).toContain(SAM);
  });

  it('counts days as chosen, from today in the time zone chosen', async () => {
    addRenewal(world, 'Seats', { CSM__c: SAM, closesIn: 15, silentFor: 10 });
    expect(await csms({ days_ahead: 14, silent_days: 9 })).not.toContain(SAM);
    expect(await csms({ days_ahead: 15, silent_days: 10 })).not.toContain(SAM);
    expect(await csms({ days_ahead: 15, silent_days: 9 })).toContain(SAM);
    // In Auckland the next day has begun.
    expect(await csms({ days_ahead: 14, silent_days: 10, time_zone: 'Pacific/Auckland' })).toContain(SAM);
  });

  it('counts a renewal without any activity once it is old enough itself', async () => {
    addRenewal(world, 'Seats', { CSM__c: SAM, silentFor: 'ever' });
    world.clock.advance(30 * DAY - 1000);
    expect(await csms()).not.toContain(SAM);
    world.clock.advance(2000);
    expect(await csms()).toContain(SAM);
  });

  it('tells renewals by a checkbox, by values of a field, or by their record type', async () => {
    world.salesforce.features.recordTypes = true;
    addRenewal(world, 'Ticked', { CSM__c: SAM, Type: null, Renewal__c: true });
    addRenewal(world, 'Enterprise', { CSM__c: KIM, Type: null, Segment__c: 'Enterprise' });
    addRenewal(world, 'Typed', { CSM__c: LEA, Type: null, RecordTypeId: RENEWAL_TYPE });
    const found = async (inputs: Values) =>
      (await csms(inputs)).filter((id) => id !== ANA && id !== 'nobody');
    expect(await found({})).toEqual([]);
    expect(await found({ renewal_checkbox: 'Renewal__c' })).toEqual([SAM]);
    expect(await found({ renewal_field: 'Segment__c', renewal_values: ['Enterprise', 'SMB'] })).toEqual([
      KIM,
    ]);
    expect(
      await found({ renewal_field: 'RecordType.DeveloperName', renewal_values: ['Renewal_Deal'] }),
    ).toEqual([LEA]);
  });

  it('finds the CSM by a lookup of the account, and by an owner', async () => {
    expect(await csms({ csm_field: 'Account.CSM__c' })).toEqual([ANA, 'nobody']);
    expect(await csms({ csm_field: 'OwnerId' })).toEqual([KIM, OLD_REP]);
    expect(await csms({ csm_field: 'Account.OwnerId' })).toEqual([OLD_REP, sampleId('005', 307)]);
  });

  it('finds the CSM by a role in the account team, each member once', async () => {
    const byRole = { csm_field: undefined, csm_role: 'Customer Success Manager' };
    expect(await csms(byRole)).toEqual(['nobody']);
    const member = { AccountId: INITECH, TeamMemberRole: 'Customer Success Manager' };
    world.salesforce.insert('AccountTeamMember', { ...member, UserId: ANA });
    world.salesforce.insert('AccountTeamMember', { ...member, UserId: SAM });
    world.salesforce.insert('AccountTeamMember', { ...member, UserId: LEA, TeamMemberRole: 'Sales Rep' });
    addRenewal(world, 'Seats', { AccountId: INITECH });
    expect(await csms(byRole)).toEqual([SAM, ANA, 'nobody']);
    close(WITHOUT_CSM);
    expect(await csms(byRole)).toEqual([SAM, ANA]);
    addRenewal(world, 'No account', { AccountId: null });
    expect(await csms(byRole)).toEqual([SAM, ANA, 'nobody']);
  });

  it('finds the CSM by a role in the opportunity team', async () => {
    const byRole = { csm_field: undefined, csm_role: 'Customer Success Manager', csm_team: 'opportunity' };
    const member = { OpportunityId: WITH_CSM, TeamMemberRole: 'Customer Success Manager' };
    expect(await csms(byRole)).toEqual(['nobody']);
    world.salesforce.insert('OpportunityTeamMember', { ...member, UserId: LEA });
    world.salesforce.insert('OpportunityTeamMember', { ...member, UserId: SAM, TeamMemberRole: 'Sales Rep' });
    expect(await csms(byRole)).toEqual([LEA, 'nobody']);
    close(WITHOUT_CSM);
    expect(await csms(byRole)).toEqual([LEA]);
  });

  it.each<[string, Values]>([
    ['a field', {}],
    ['a role in the account team', { csm_field: undefined, csm_role: 'Customer Success Manager' }],
    [
      'a role in the opportunity team',
      { csm_field: undefined, csm_role: 'Customer Success Manager', csm_team: 'opportunity' },
    ],
  ])('with the CSM by %s tells nothing twice in a period, and everything again in the next', async (_, inputs) => {
    const user = { UserId: ANA, TeamMemberRole: 'Customer Success Manager' };
    world.salesforce.insert('AccountTeamMember', { ...user, AccountId: INITECH });
    world.salesforce.insert('OpportunityTeamMember', { ...user, OpportunityId: WITH_CSM });
    expect(await csms(inputs)).toEqual([ANA, 'nobody']);
    await tellAll(inputs);
    expect(await csms(inputs)).toEqual([]);
    world.clock.set('2026-11-30T23:59:00Z');
    expect(await csms(inputs)).toEqual([]);
    world.clock.set('2026-12-01T00:01:00Z');
    expect(await csms(inputs)).toEqual([ANA, 'nobody']);
  });

  it.each([
    ['week', '2026-11-22T23:00:00Z', '2026-11-23T01:00:00Z'],
    ['quarter', '2026-12-31T23:00:00Z', '2027-01-01T01:00:00Z'],
  ])('tells a renewal again after the end of the %s', async (period, before, after) => {
    close(WITHOUT_CSM);
    await tellAll({ period });
    world.clock.set(before);
    expect(await csms({ period })).toEqual([]);
    world.clock.set(after);
    expect(await csms({ period })).toEqual([ANA]);
  });

  it('begins a period at midnight in the time zone chosen', async () => {
    close(WITHOUT_CSM);
    const inputs = { time_zone: 'America/New_York' };
    await tellAll(inputs);
    world.clock.set('2026-12-01T04:30:00Z');
    expect(await csms(inputs)).toEqual([]);
    world.clock.set('2026-12-01T05:30:00Z');
    expect(await csms(inputs)).toEqual([ANA]);
  });

  it('names a CSM again on a later day for what has become quiet since, under another key', async () => {
    await tellAll();
    addRenewal(world, 'Seats', { CSM__c: ANA });
    world.clock.advance(DAY);
    expect(await notice()).toMatchObject([{ csm_id: ANA, event_key: `renewal-risk-${ANA}-2026-11-21` }]);
  });

  it('takes nothing for told by another delivery, organization or workspace', async () => {
    await tellAll();
    expect(await csms({ delivery_name: 'other' })).toEqual([ANA, 'nobody']);
    for (const { Id } of world.salesforce.records('Dealwire_Delivery__c'))
      world.salesforce.update('Dealwire_Delivery__c', String(Id), { Team__c: 'T0OTHER' });
    expect(await csms()).toEqual([ANA, 'nobody']);
  });

  it('costs one Salesforce call a poll, and a second one only for the members of account teams', async () => {
    const byAccountTeam = { csm_field: undefined, csm_role: 'Customer Success Manager' };
    const byOpportunityTeam = { ...byAccountTeam, csm_team: 'opportunity' };
    expect([await calls(), await calls(byOpportunityTeam), await calls(byAccountTeam)]).toEqual([1, 1, 2]);
    close(WITH_CSM);
    close(WITHOUT_CSM);
    expect([await calls(), await calls(byOpportunityTeam), await calls(byAccountTeam)]).toEqual([1, 1, 1]);
  });

  it.each<[string, Values, string]>([
    [
      'no CSM field and no role',
      { csm_field: undefined },
      'CSM Field: it is empty, and so is CSM Role. Choose the lookup to the CSM, or the role of the CSM in a team.',
    ],
    [
      'both a field and a role',
      { csm_role: 'Customer Success Manager' },
      'CSM Role: it is filled in although a CSM Field is chosen. Leave one of the two empty.',
    ],
    [
      'quiet hours that never end',
      { quiet_from: '09:00', quiet_to: '09:00' },
      'Quiet From: it is the same as Quiet To, so the quiet hours would never end. Choose two different times.',
    ],
  ])('refuses %s', async (_, inputs, message) => {
    expect(await failure(inputs)).toEqual({ kind: 'stops', message });
  });

  it.each<[string, Values]>([
    ['Days Ahead: ', { days_ahead: 731 }],
    ['Days Ahead: ', { days_ahead: 0 }],
    ['Days Without Activity: ', { silent_days: 100_000 }],
    ['Days Without Activity: ', { silent_days: 0 }],
  ])('refuses days out of bounds: %s%j', async (label, inputs) => {
    const { kind, message } = await failure(inputs);
    expect(kind).toBe('stops');
    expect(message).toContain(label);
    expect(message).toContain('not between 1 and 730');
  });

  it('refuses a negative number of days, and a field that is no API name', async () => {
    expect(await failure({ days_ahead: -5 })).toMatchObject({ kind: 'stops' });
    expect(await failure({ csm_field: "CSM__c) OR (Name != '" })).toMatchObject({ kind: 'stops' });
  });

  it.each<[string, Values, string]>([
    ['a CSM field that the org lacks', { csm_field: 'Nobody__c' }, 'Nobody__c'],
    ['a checkbox that the org lacks', { renewal_checkbox: 'Not_There__c' }, 'Not_There__c'],
    ['a renewal field that the org lacks', { renewal_field: 'Not_There__c' }, 'Not_There__c'],
    ['a lookup that is none', { csm_field: 'Name' }, 'Name'],
  ])('stops and names %s', async (_, inputs, name) => {
    const { kind, message } = await failure(inputs);
    expect(kind).toBe('stops');
    expect(message).toContain(name);
    expect(message).toMatch(/integration user/);
  });

  it('stops and names a field that the connected user may not see', async () => {
    world.salesforce.features.hiddenFields = new Set(['Opportunity.LastActivityDate']);
    const { kind, message } = await failure({});
    expect(kind).toBe('stops');
    expect(message).toContain('LastActivityDate');
  });

  it.each([
    ['account', 'accountTeams', 'AccountTeamMember'],
    ['opportunity', 'opportunityTeams', 'OpportunityTeamMember'],
  ] as const)('stops in an org without %s teams, and says so', async (csm_team, feature, object) => {
    world.salesforce.features[feature] = false;
    const { kind, message } = await failure({ csm_field: undefined, csm_role: 'Sales Rep', csm_team });
    expect(kind).toBe('stops');
    expect(message).toContain(object);
  });

  it('goes on without a role that nobody has: those renewals have no CSM', async () => {
    expect(await csms({ csm_field: undefined, csm_role: 'Customer Sucess Manager' })).toEqual(['nobody']);
  });
});

describe('On Make', () => {
  let state: TriggerState;
  const poll = async (inputs: Values = {}) => {
    const polled = await pollOnMake(world, 'renewals_at_risk', { csm_field: 'CSM__c', ...inputs }, state);
    state = polled.state;
    return polled.bundles.map(({ csm_id }) => csm_id);
  };

  it('a CSM is brought once a day, however often the scenario polls, and the next day again', async () => {
    state = startState('all', world.clock.now());
    expect([await poll(), await poll()]).toEqual([[ANA, 'nobody'], []]);
    world.clock.advance(DAY);
    expect([await poll(), await poll()]).toEqual([[ANA, 'nobody'], []]);
  });

  it('one CSM a poll is taken as well, and nobody is passed over', async () => {
    state = startState('all', world.clock.now());
    const limit = { limit: 1 };
    expect([await poll(limit), await poll(limit), await poll(limit)]).toEqual([[ANA], ['nobody'], []]);
  });

  it('what was at risk when the scenario was switched on comes the next day', async () => {
    state = startState('now', world.clock.now());
    expect(await poll()).toEqual([]);
    world.clock.advance(DAY);
    expect(await poll()).toEqual([ANA, 'nobody']);
  });

  it('open renewals are offered to start from, each once', async () => {
    const starts = await startsOnMake(world, 'renewals_at_risk', {
      renewal_field: 'Type',
      csm_field: 'CSM__c',
    });
    expect(starts.map(({ label }) => label).sort()).toEqual([
      'Renewal due soon, talked to yesterday',
      'Renewal in another quarter',
      'Renewal with a meeting next week',
      'Renewal, never touched',
      'Renewal, silent 45 days',
    ]);
  });

  it('nothing is read in quiet hours', async () => {
    state = startState('all', world.clock.now());
    const mornings = {
      quiet_from: '11:00',
      quiet_to: '09:00',
      quiet_days: ['6', '7'],
      time_zone: 'Europe/Berlin',
    };
    const at = async (instant: string) => {
      world.clock.set(instant);
      world.salesforce.forget();
      return [await poll(mornings), world.salesforce.apiCalls];
    };
    expect(await at('2026-11-20T22:00:00Z')).toEqual([[], 0]);
    expect(await at('2026-11-21T08:30:00Z')).toEqual([[], 0]);
    expect(await at('2026-11-23T07:59:00Z')).toEqual([[], 0]);
    expect(await at('2026-11-23T08:00:00Z')).toEqual([[ANA, 'nobody'], 1]);
  });
});
