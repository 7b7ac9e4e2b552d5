import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startState, type TriggerState } from '../sandbox/make/run-trigger.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { SAM } from '../sandbox/salesforce/sample-org/user.ts';
import { CHANNELS } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms, pollOnMake } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  world.clock.advance(60_000);
  world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
});
afterEach(() => world.close());

function edit(values: Readonly<Record<string, unknown>>): void {
  world.clock.advance(60_000);
  world.salesforce.update('Case', LOGIN_LOOP, values);
}

const messages = () => world.slack.messages(CHANNELS.escalations);

describe.each(platforms)('Delivered Record Changed on %s', (platform) => {
  const alert = (event_key: unknown = 'first') =>
    on(platform, world).act('send_case_alert', {
      record_id: LOGIN_LOOP,
      event_key,
      channel: CHANNELS.escalations,
    });
  const changes = () => {
    world.clock.advance(3 * 60_000);
    return on(platform, world).notice('delivered_record_changed');
  };

  it('reads no case while no alert is followed', async () => {
    edit({ OwnerId: SAM });
    world.salesforce.forget();
    expect(await changes()).toEqual([]);
    expect(world.salesforce.apiCalls).toBe(1);
  });

  it('says nothing of edits that the alert does not show', async () => {
    await alert();
    edit({ Description: 'More details', Origin: 'Phone' });
    expect(await changes()).toEqual([]);
  });

  it('notices each change once, updates the alert and adds one line to its thread', async () => {
    await alert();
    edit({ OwnerId: SAM });
    const [reassigned, ...others] = await changes();
    expect(others).toEqual([]);
    expect(reassigned).toMatchObject({ record_id: LOGIN_LOOP, owner: 'Sam Ode' });
    expect(await alert(reassigned?.event_key)).toMatchObject({ outcome: 'updated' });
    expect(await changes()).toEqual([]);
    expect(messages().map(({ text }) => text)).toEqual([
      expect.stringContaining('Case 00001004 was escalated'),
      'Reassigned to Sam Ode',
    ]);
    expect(JSON.stringify(messages()[0]?.blocks)).toContain('*Owner*\\nSam Ode');
    expect(messages()[1]?.thread_ts).toBe(messages()[0]?.ts);
  });

  it('tells of an alert that is taken back, changes its priority, and ends; after that a new one begins', async () => {
    await alert();
    edit({ IsEscalated: false, Priority: 'Low' });
    await alert((await changes())[0]?.event_key);
    edit({ Status: 'Closed' });
    await alert((await changes())[0]?.event_key);
    expect(
      messages()
        .map(({ text }) => text)
        .slice(1),
    ).toEqual(['De-escalated\nPriority is now Low', 'Closed']);
    edit({ Status: 'Working', IsEscalated: true });
    expect(await changes()).toEqual([]);
    expect(await alert('again')).toMatchObject({ outcome: 'delivered' });
    expect(messages()).toHaveLength(4);
    expect(messages()[3]?.thread_ts).toBeUndefined();
  });

  it('follows nothing of another delivery, organization or workspace', async () => {
    await alert();
    edit({ OwnerId: SAM });
    world.clock.advance(3 * 60_000);
    const { notice } = on(platform, world);
    expect(await notice('delivered_record_changed', { delivery_name: 'other' })).toEqual([]);
    for (const { Id } of world.salesforce.records('Dealwire_Delivery__c'))
      world.salesforce.update('Dealwire_Delivery__c', String(Id), { Team__c: 'T0OTHER' });
    expect(await notice('delivered_record_changed')).toEqual([]);
  });
});

it('On Make a change is brought once, however often the scenario polls', async () => {
  await on('make', world).act('send_case_alert', {
    record_id: LOGIN_LOOP,
    event_key: 'first',
    channel: CHANNELS.escalations,
  });
  let state: TriggerState = startState('now', world.clock.now());
  const poll = async () => {
    world.clock.advance(3 * 60_000);
    const { bundles, state: next } = await pollOnMake(world, 'delivered_record_changed', {}, state);
    state = next;
    return bundles.length;
  };
  expect(await poll()).toBe(0);
  edit({ OwnerId: SAM });
  expect([await poll(), await poll()]).toEqual([1, 0]);
});
