import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEAL } from '../crash/deal.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import type { Row } from '../sandbox/salesforce/schema/type.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';
import { type LivePush, subscribeOn } from './push.ts';

let world: World;
let live: LivePush | undefined;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await live?.end();
  live = undefined;
  await world.close();
});

const win = () => {
  world.clock.advance(60_000);
  world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' });
};
const escalate = () => {
  world.clock.advance(60_000);
  world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
};
const subscriptions = () => world.salesforce.records('Dealwire_Subscription__c');
const salesforceCalls = () => world.salesforce.apiCalls;

describe.each(platforms)('Opportunity Entered Stage Instantly on %s', (platform) => {
  const switchOn = async (inputs: Readonly<Record<string, unknown>> = {}) => {
    live = await subscribeOn(platform, world, 'opportunity_entered_stage_instantly', inputs);
    return live;
  };

  it('subscribes in Salesforce with the chosen stages, and removes that when it is switched off', async () => {
    const { url, end } = await switchOn({ stages: ['Closed Won', 'Closed Lost'] });
    live = undefined;
    expect(subscriptions()).toMatchObject([
      { Url__c: url, Object__c: 'Opportunity', Entry__c: 'StageName=Closed Won\nStageName=Closed Lost' },
    ]);
    expect(String(subscriptions()[0]?.Secret__c)).toMatch(/^\*{30,}$/);
    await end();
    expect(subscriptions()).toEqual([]);
  });

  it('returns at once exactly what a poll finds later, and costs one Salesforce call', async () => {
    const { received } = await switchOn();
    win();
    const before = salesforceCalls();
    const pushed = await received();
    expect(salesforceCalls() - before).toBe(1);
    world.clock.advance(3 * 60_000);
    const polled = await on(platform, world).notice('opportunity_entered_stage');
    expect(pushed).toEqual(polled.filter(({ record_id }) => record_id === DEAL));
    expect(pushed).toHaveLength(1);
  });

  it('is not called for a change that the filter leaves out', async () => {
    const { received } = await switchOn();
    const before = salesforceCalls();
    world.salesforce.update('Opportunity', DEAL, { Amount: 1 });
    world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Lost' });
    expect(await received()).toEqual([]);
    expect(salesforceCalls()).toBe(before);
  });

  it('has no event for a deal that has left the stage when it is read', async () => {
    const { received } = await switchOn();
    win();
    await world.salesforce.settled();
    world.salesforce.update('Opportunity', DEAL, { StageName: 'Prospecting' });
    expect((await received()).filter(({ event_key }) => event_key !== undefined)).toEqual([]);
  });

  it('has no event for a deal that was deleted meanwhile', async () => {
    const { received } = await switchOn();
    win();
    await world.salesforce.settled();
    world.salesforce.remove('Opportunity', DEAL);
    expect((await received()).filter(({ event_key }) => event_key !== undefined)).toEqual([]);
  });

  it('believes nobody who does not know the secret', async () => {
    const { send, received, secret } = await switchOn();
    win();
    await received();
    const body = {
      secret,
      object: 'Opportunity',
      organizationId: world.salesforce.records('Organization')[0]?.Id,
      recordIds: [DEAL],
    };
    for (const wrong of [
      { ...body, secret: 'guessed' },
      { ...body, secret: undefined },
      ...(platform === 'zapier' ? [{ ...body, secret: { length: 3 } }] : []),
      { ...body, object: 'Case' },
      { ...body, recordIds: [LOGIN_LOOP] },
    ]) {
      await send(wrong);
      expect(await received().catch(({ message }: Error) => message)).toEqual(
        platform === 'make' ? [] : expect.stringMatching(/^A call to this webhook was ignored: .+anew\.$/),
      );
    }
    expect(await send(body)).toBe(200);
    expect(await received()).toHaveLength(1);
  });

  it('says to deploy the package in an org that has no push', async () => {
    world.salesforce.features.package = false;
    await expect(switchOn()).rejects.toThrow(
      /no object Dealwire_Subscription__c.+Deploy the part push of the Dealwire package to this org/,
    );
  });
});

describe.each(platforms)('Case Escalated Instantly on %s', (platform) => {
  it('returns an escalation once, and nothing of one that is older than a poll would look back', async () => {
    live = await subscribeOn(platform, world, 'case_escalated_instantly', { priorities: ['High'] });
    world.clock.advance(60_000);
    world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
    expect(await live.received()).toMatchObject([
      { event_key: `case-escalation-${LOGIN_LOOP}-20261120220100`, is_escalated: true },
    ]);
    world.clock.advance(4 * 24 * 60 * 60_000);
    await live.send({
      secret: live.secret,
      object: 'Case',
      organizationId: world.salesforce.records('Organization')[0]?.Id,
      recordIds: [LOGIN_LOOP],
    });
    expect((await live.received()).filter(({ event_key }) => event_key !== undefined)).toEqual([]);
  });

  it.each([
    [{}, 'IsEscalated=true'],
    [{ priorities: ['High', 'Critical'] }, 'IsEscalated=true\nPriority=High\nPriority=Critical'],
    [{ escalated: false, priorities: ['High'] }, 'Priority=High'],
    [{ escalated: false }, 'IsEscalated=never'],
  ])('subscribes for %j to the saves %j', async (inputs, entry) => {
    live = await subscribeOn(platform, world, 'case_escalated_instantly', { escalated: true, ...inputs });
    expect(subscriptions()).toMatchObject([{ Object__c: 'Case', Entry__c: entry }]);
  });
});

describe('A trigger by Flow on make', () => {
  const defineFlow = (object: string, url: string, secret: string, entry: (row: Row) => boolean) =>
    world.salesforce.outboundMessages.define({
      name: `Dealwire_${object}`,
      object,
      fields: ['Id'],
      endpointUrl: `${url}?secret=${secret}`,
      entry: (row, before) => entry(row) && (before === undefined || !entry(before)),
    });
  const isWon = ({ StageName }: Row) => StageName === 'Closed Won';

  it.each([
    ['opportunity_entered_stage_by_flow', 'opportunity_entered_stage', 'Opportunity', isWon, win, DEAL],
    [
      'case_escalated_by_flow',
      'case_escalated',
      'Case',
      ({ IsEscalated }: Row) => IsEscalated === true,
      escalate,
      LOGIN_LOOP,
    ],
  ] as const)('%s returns what a poll finds, and acknowledges the message', async (byFlow, trigger, object, entry, change, id) => {
    live = await subscribeOn('make', world, byFlow, { secret: 'abc123', escalated: true });
    defineFlow(object, live.url, 'abc123', entry);
    change();
    const pushed = await live.received();
    expect(world.salesforce.outboundMessages.notifications).toMatchObject([
      { status: 'delivered', attempts: 1 },
    ]);
    world.clock.advance(3 * 60_000);
    const polled = await on('make', world).notice(trigger);
    expect(pushed).toEqual(polled.filter(({ record_id }) => record_id === id));
    expect(pushed).toHaveLength(1);
  });

  it('takes a batch of 100 records apart', async () => {
    live = await subscribeOn('make', world, 'opportunity_entered_stage_by_flow', { secret: 'abc123' });
    defineFlow('Opportunity', live.url, 'abc123', isWon);
    world.salesforce.transaction(() => {
      for (let count = 0; count < 100; count += 1)
        world.salesforce.insert('Opportunity', {
          Name: `Deal & <${count}>`,
          StageName: 'Closed Won',
          CloseDate: '2026-12-31',
        });
    });
    const found = await live.received();
    expect(new Set(found.map(({ event_key }) => event_key)).size).toBe(100);
  });

  it('does not acknowledge a message that does not know the secret, so that Salesforce sends it again', async () => {
    live = await subscribeOn('make', world, 'opportunity_entered_stage_by_flow', { secret: 'abc123' });
    defineFlow('Opportunity', live.url, 'guessed', isWon);
    win();
    expect(await live.received()).toEqual([]);
    expect(world.salesforce.outboundMessages.notifications).toMatchObject([
      { status: 'pending', attempts: 1 },
    ]);
  });
});

describe.each(platforms)('Lead Created Instantly on %s', (platform) => {
  const create = (values: Readonly<Record<string, unknown>> = {}) =>
    world.salesforce.insert('Lead', { LastName: 'Doe', Company: 'X', LeadSource: 'Web', ...values });

  it('returns a lead that is created exactly as a poll finds it, if its source was chosen', async () => {
    live = await subscribeOn(platform, world, 'lead_created_instantly', { sources: ['Web'] });
    expect(subscriptions()).toMatchObject([{ Object__c: 'Lead', Entry__c: 'LeadSource=Web' }]);
    const id = create();
    create({ LeadSource: 'Phone' });
    const pushed = await live.received();
    world.clock.advance(3 * 60_000);
    const polled = await on(platform, world).notice('lead_created', { sources: ['Web'] });
    expect(pushed).toEqual(polled.filter(({ record_id }) => record_id === id));
    expect(pushed).toHaveLength(1);
  });
});

it('Lead Created by Flow on make returns a lead that a Flow tells of', async () => {
  live = await subscribeOn('make', world, 'lead_created_by_flow', { secret: 'abc123' });
  world.salesforce.outboundMessages.define({
    name: 'Dealwire_Lead',
    object: 'Lead',
    fields: ['Id'],
    endpointUrl: `${live.url}?secret=abc123`,
    entry: (_row, before) => before === undefined,
  });
  const id = world.salesforce.insert('Lead', { LastName: 'Doe', Company: 'X' });
  expect(await live.received()).toMatchObject([{ record_id: id, event_key: `new-lead-${id}-new` }]);
});
