import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sendRenewalRisk } from '../../shared/operation/action/send-renewal-risk.ts';
import { addRenewal } from '../sandbox/add-renewal.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { badRequest } from '../sandbox/salesforce/error.ts';
import { BACKSLASH, INITECH } from '../sandbox/salesforce/sample-org/account.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { ANA, BO, OLD_REP, SAM, TOM } from '../sandbox/salesforce/sample-org/user.ts';
import { CHANNELS, PEOPLE } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

/** The renewal at risk of the sample org that has a CSM, Ana. */
const RENEWAL = sampleId('006', 206);
const KEY = `renewal-risk-${ANA}-2026-11-20`;
const DAY = 86_400_000;
/** What a blueprint maps. */
const INPUTS = { csm_id: ANA, csm_source: 'CSM__c', event_key: KEY, channel: CHANNELS.general };

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const posted = () => world.slack.messages().filter(({ user }) => user === world.slack.botUserId);
const shown = (at = 0) =>
  JSON.stringify(posted()[at]?.blocks).replaceAll('\\n', '\n').replaceAll(world.salesforce.url, INSTANCE);
/** What was sent to Slack to be posted, first. */
const sent = () => world.slack.calls.find(({ path }) => path.endsWith('chat.postMessage'))?.body;
/** The names of the renewals in a message, in its order. */
const named = (at = 0) => [...shown(at).matchAll(/\*<[^|]+\|([^>]+)>\*/g)].map(([, name]) => name);
const told = () =>
  world.salesforce
    .records('Dealwire_Delivery__c')
    .filter(({ Opportunity__c }) => Opportunity__c !== null)
    .map(({ Opportunity__c, State__c, Person__c, Status__c }) => ({
      renewal: Opportunity__c,
      period: State__c,
      person: Person__c,
      status: Status__c,
    }));

describe.each(platforms)('Send Renewals at Risk on %s', (platform) => {
  const act = (inputs: Values = {}) => on(platform, world).act('send_renewal_risk', { ...INPUTS, ...inputs });
  const failure = (inputs: Values) => on(platform, world).failure(act(inputs));

  it('returns the sample that the editor shows', async () => {
    expect(await act()).toEqual({
      ...sendRenewalRisk.operation.sample,
      channel_id: expect.stringMatching(/^D/),
      message_ts: expect.any(String),
    });
  });

  it('sends nine renewals in one direct message, the first to close first', async () => {
    for (let number = 1; number <= 8; number += 1)
      addRenewal(world, `Seats ${number}`, { CSM__c: ANA, closesIn: 10 * number });
    expect(await act()).toMatchObject({ outcome: 'delivered', csm: 'Ana Lee', renewals: 9 });
    expect(posted()).toHaveLength(1);
    expect(sent()).toContain(PEOPLE.ana.id);
    expect(shown()).toContain('Renewals at risk: 9');
    expect(named()).toEqual([
      ...['Seats 1', 'Seats 2', 'Seats 3', 'Seats 4', 'Seats 5', 'Seats 6', 'Seats 7'],
      'Renewal, silent 45 days',
      'Seats 8',
    ]);
    expect(told()).toHaveLength(9);
  });

  it('tells account, amount, close date, last activity and owner, with links', async () => {
    await act();
    expect(shown()).toContain(
      `*<${INSTANCE}/${RENEWAL}|Renewal, silent 45 days>* · Initech\nUSD 48,000 · closes Jan 31, 2027 · last activity Oct 6, 2026 · Old Rep`,
    );
    expect(shown()).toContain(`"url":"${INSTANCE}/${RENEWAL}"`);
    expect(shown()).toContain('Customer success: Ana Lee');
    expect(posted()[0]?.text.replaceAll(world.salesforce.url, INSTANCE)).toBe(
      `Renewals at risk: 1\n<${INSTANCE}/${RENEWAL}|Renewal, silent 45 days>`,
    );
  });

  it('notes each renewal with the period and the person, and sends nothing when the event comes again', async () => {
    await act();
    expect(told()).toEqual([{ renewal: RENEWAL, period: 'month-2026-11-01', person: ANA, status: 'done' }]);
    expect(await act()).toMatchObject({ outcome: 'already_delivered', already_delivered: true });
    expect(await act({ event_key: undefined })).toMatchObject({
      outcome: 'already_delivered',
      event_key: KEY,
    });
    expect(posted()).toHaveLength(1);
    expect(told()).toHaveLength(1);
  });

  it('costs two Salesforce calls and two Slack calls, one for a channel, however many renewals', async () => {
    for (let number = 1; number <= 8; number += 1) addRenewal(world, `Seats ${number}`, { CSM__c: ANA });
    world.salesforce.forget();
    world.slack.forget();
    await act();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 2]);
    world.salesforce.forget();
    world.slack.forget();
    await act({ csm_id: 'nobody', event_key: 'nobody' });
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 1]);
  });

  it('tells on a later day only what is new in the period, and everything in the next', async () => {
    await act();
    world.clock.advance(DAY);
    addRenewal(world, 'Seats', { CSM__c: ANA });
    await act({ event_key: 'second day' });
    expect(named(1)).toEqual(['Seats']);
    world.clock.set('2026-12-01T09:00:00Z');
    await act({ event_key: 'next month' });
    expect(named(2)).toEqual(['Seats', 'Renewal, silent 45 days']);
    expect(told().map(({ period }) => period)).toEqual([
      ...['month-2026-11-01', 'month-2026-11-01', 'month-2026-12-01', 'month-2026-12-01'],
    ]);
  });

  it('leaves out a renewal that was closed or had activity meanwhile, and says nothing when none is left', async () => {
    const closed = addRenewal(world, 'Closed', { CSM__c: ANA });
    const called = addRenewal(world, 'Called', { CSM__c: ANA });
    world.salesforce.update('Opportunity', closed, { StageName: 'Closed Won' });
    const call = { Subject: 'Call', Status: 'Completed', ActivityDate: '2026-11-20' };
    world.salesforce.insert('Task', { ...call, WhatId: called });
    await act();
    expect(named()).toEqual(['Renewal, silent 45 days']);
    world.salesforce.insert('Task', { ...call, WhatId: RENEWAL });
    expect(await act({ event_key: 'later', delivery_name: 'other' })).toMatchObject({
      outcome: 'left',
      renewals: 0,
    });
    expect(posted()).toHaveLength(1);
    expect(told()).toHaveLength(1);
  });

  it('shows ten renewals and how many more there are, which the next message tells', async () => {
    for (let number = 1; number <= 12; number += 1)
      addRenewal(world, `Seats ${number}`, { CSM__c: ANA, closesIn: number });
    expect(await act()).toMatchObject({ renewals: 10 });
    expect(shown()).toContain('Renewals at risk: 13');
    expect(shown()).toContain('Further renewals, told with the next message: 3');
    expect(told()).toHaveLength(10);
    await act({ event_key: 'next day' });
    expect(named(1)).toEqual(['Seats 11', 'Seats 12', 'Renewal, silent 45 days']);
  });

  it('deals with 5,000 renewals of one CSM, beside which another is not forgotten', async () => {
    world.salesforce.transaction(() => {
      for (let number = 0; number < 5_000; number += 1)
        addRenewal(world, `Seats ${number}`, { CSM__c: ANA, AccountId: INITECH, silentFor: 'ever' });
    });
    addRenewal(world, 'The other one', { CSM__c: SAM, closesIn: 110, silentFor: 'ever' });
    world.clock.advance(31 * DAY);
    const items = await on(platform, world).notice('renewals_at_risk', { csm_field: 'CSM__c' });
    expect(items.map(({ csm_id }) => csm_id).sort()).toEqual([SAM, ANA, 'nobody']);
    expect(await act({ event_key: 'many' })).toMatchObject({ outcome: 'delivered', renewals: 10 });
    expect(shown()).toContain('Renewals at risk: 5,001');
    expect(shown()).toContain('Further renewals, told with the next message: 4,991');
  }, 60_000);

  it('goes to the channel for renewals without a CSM, and says how one was looked for', async () => {
    expect(await act({ csm_id: 'nobody', event_key: 'x', csm_source: 'Account.CSM__c' })).toMatchObject({
      channel_id: CHANNELS.general,
    });
    expect(named()).toEqual(['Renewal, never touched']);
    expect(shown()).toContain('no activity yet');
    expect(shown()).toContain('No CSM found by Account.CSM__c');
    expect(told()).toMatchObject([{ person: 'nobody' }]);
  });

  it.each([
    ['is inactive', OLD_REP, 'Customer success: Old Rep · inactive in Salesforce'],
    ['has no address', TOM, 'Customer success: Tom &lt;Guest&gt; &amp; Co · no email address in Salesforce'],
    ['is unknown in Slack', BO, 'Customer success: Bo 🚀 Berg · Slack does not know bo@acme.example'],
  ])('goes to the channel when the CSM %s, and says so', async (_, csm, small) => {
    world.salesforce.update('Opportunity', RENEWAL, { CSM__c: csm });
    const { outcome, channel_id } = await act({ csm_id: csm, event_key: csm });
    expect([outcome, channel_id]).toEqual(['delivered', CHANNELS.general]);
    expect(shown()).toContain(small);
  });

  it('finds the CSM under the address that an alias gives', async () => {
    world.salesforce.update('Opportunity', RENEWAL, { CSM__c: BO });
    const pair = { from: 'bo@acme.example', to: PEOPLE.omar.email };
    const aliases = platform === 'zapier' ? { [pair.from]: pair.to } : [pair];
    await act({ csm_id: BO, event_key: 'alias', aliases });
    expect(sent()).toContain(PEOPLE.omar.id);
  });

  it('goes to the fallback person when no channel is chosen', async () => {
    const fallback = { channel: undefined, fallback_email: PEOPLE.ops.email };
    await act({ ...fallback, csm_id: 'nobody', event_key: 'x' });
    expect(sent()).toContain(PEOPLE.ops.id);
  });

  it.each<[string, Values]>([
    ['the account team', { csm_source: 'AccountTeam:Customer Success Manager' }],
    ['the opportunity team', { csm_source: 'OpportunityTeam:Customer Success Manager' }],
  ])('by a role in %s tells each member once, and nobody what has no member', async (_, source) => {
    for (const UserId of [ANA, SAM]) {
      const member = { UserId, TeamMemberRole: 'Customer Success Manager' };
      world.salesforce.insert('AccountTeamMember', { ...member, AccountId: INITECH });
      world.salesforce.insert('OpportunityTeamMember', { ...member, OpportunityId: RENEWAL });
    }
    await act({ ...source, event_key: 'a' });
    await act({ ...source, event_key: 'b', csm_id: SAM });
    await act({ ...source, event_key: 'c', csm_id: 'nobody' });
    expect([named(0), named(1), named(2)]).toEqual([
      ['Renewal, silent 45 days'],
      ['Renewal, silent 45 days'],
      ['Renewal, never touched'],
    ]);
    expect(await act({ ...source, event_key: 'd' })).toMatchObject({ outcome: 'left' });
  });

  it('by a lookup tells a renewal once, also when another CSM takes over in the period', async () => {
    await act();
    world.salesforce.update('Opportunity', RENEWAL, { CSM__c: SAM });
    expect(await act({ csm_id: SAM, event_key: 'sam' })).toMatchObject({ outcome: 'left' });
  });

  it('shows amounts in the currency of each renewal, and says it in another language', async () => {
    world.salesforce.features.multiCurrency = true;
    world.salesforce.update('Opportunity', RENEWAL, { CurrencyIsoCode: 'EUR' });
    const german = { language: 'de', locale: 'de-DE', currency_field: 'CurrencyIsoCode' };
    await act({ ...german, intro: 'Bitte <heute> anrufen' });
    expect(shown()).toContain('Gefährdete Verlängerungen: 1');
    expect(shown()).toContain('Bitte &lt;heute&gt; anrufen');
    expect(shown()).toContain(
      'EUR 48.000 · Abschluss 31. Jan. 2027 · letzte Aktivität 6. Okt. 2026 · Old Rep',
    );
  });

  it('shows hostile and endless names cut and escaped', async () => {
    const name = `<!channel> *|${'x'.repeat(90)}`;
    addRenewal(world, name, { CSM__c: ANA, closesIn: 1, AccountId: BACKSLASH });
    await act();
    expect(shown()).toContain(`|&lt;!channel&gt; * ${'x'.repeat(46)}…>*`);
  });

  it.each<[string, Values, string]>([
    [
      'without a channel and a fallback person',
      { channel: undefined },
      'Channel: it is empty, and so is Fallback Person. Choose a channel, or fill in who gets what finds no person.',
    ],
    [
      'an id that is no user',
      { csm_id: RENEWAL },
      'CSM ID: it is not the id of a user of 18 characters, or nobody.',
    ],
    ['a source that is none', { csm_source: 'Team: x' }, 'CSM Source: it is not a field such as'],
    ['days that are too many', { days_ahead: 5_000 }, 'Days Ahead: '],
    [
      'a period that there is not',
      { period: 'year' },
      'Tell Each Renewal: it is not one of week, month, quarter.',
    ],
  ])('refuses %s', async (_, inputs, text) => {
    const { kind, message } = await failure(inputs);
    expect(kind).toBe('stops');
    expect(message).toContain(text);
  });

  it('stops with a remedy for a fallback channel that the bot cannot see, if it is needed', async () => {
    const channel = CHANNELS.leadership;
    expect(await act({ channel })).toMatchObject({ outcome: 'delivered' });
    expect(await failure({ channel, csm_id: 'nobody', event_key: 'x' })).toEqual({
      kind: 'stops',
      message: expect.stringContaining('Invite the bot to the channel'),
    });
    expect(told()).toHaveLength(1);
  });

  it.each<[string, Values, string]>([
    ['a field that the org lacks', { csm_source: 'Nobody__c' }, 'Nobody__c'],
    ['an org without account teams', { csm_source: 'AccountTeam:CSM' }, 'AccountTeamMember'],
  ])('stops and names %s', async (_, inputs, name) => {
    world.salesforce.features.accountTeams = false;
    const { kind, message } = await failure(inputs);
    expect(kind).toBe('stops');
    expect(message).toContain(name);
    expect(posted()).toEqual([]);
  });

  it('warns when what was told could not be noted, and says it again then', async () => {
    world.salesforce.onWrite(({ values }) =>
      values.Opportunity__c === undefined
        ? undefined
        : badRequest('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'No rows for opportunities'),
    );
    const { outcome, warnings } = await act();
    expect(outcome).toBe('delivered');
    expect(warnings).toEqual([expect.stringContaining('Ledger: Salesforce did not do it (FIELD_CUSTOM')]);
    world.salesforce.onWrite(undefined);
    expect(await act({ event_key: 'next day' })).toMatchObject({ outcome: 'delivered', warnings: [] });
  });

  it('after a death between the message and its note, notes what that message told, whatever changed since', async () => {
    const first = addRenewal(world, 'First', { CSM__c: ANA, closesIn: 1 });
    world.salesforce.intercept(({ body }) => (body.includes('composite/sobjects') ? 'before' : undefined));
    await act().catch(() => undefined);
    world.salesforce.intercept(undefined);
    expect(told()).toEqual([]);
    world.salesforce.update('Opportunity', first, { StageName: 'Closed Won' });
    addRenewal(world, 'New since', { CSM__c: ANA, closesIn: 2 });
    world.clock.advance(11 * 60_000);
    await act();
    expect(posted()).toHaveLength(1);
    expect(told().map(({ renewal }) => renewal)).toEqual([first, RENEWAL]);
    await act({ event_key: 'next day' });
    expect(named(1)).toEqual(['New since']);
  });
});

it('Send Renewals at Risk on Zapier says TEST, sends nobody a direct message and notes nothing in the editor', async () => {
  const { act } = on('zapier', world);
  await act('send_renewal_risk', INPUTS, { test: true });
  expect(posted().map(({ channel }) => channel)).toEqual([CHANNELS.general]);
  expect(shown()).toContain('TEST Renewals at risk: 1');
  expect(told()).toEqual([]);
  expect(await act('send_renewal_risk', INPUTS)).toMatchObject({ outcome: 'delivered' });
});

it('Send Renewals at Risk on both platforms at once sends one message, and each renewal is noted once', async () => {
  const runs = platforms.map((platform) => on(platform, world).act('send_renewal_risk', INPUTS));
  await Promise.allSettled(runs);
  for (const platform of platforms)
    expect(await on(platform, world).act('send_renewal_risk', INPUTS)).toMatchObject({
      already_delivered: true,
    });
  expect(posted()).toHaveLength(1);
  expect(told()).toHaveLength(1);
});
