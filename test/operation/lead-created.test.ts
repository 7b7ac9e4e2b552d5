import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { leadCreated, SAMPLE_LEAD } from '../../shared/operation/trigger/lead-created.ts';
import { startState, type TriggerState } from '../sandbox/make/run-trigger.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms, pollOnMake, startsOnMake } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const create = (values: Readonly<Record<string, unknown>> = {}) =>
  world.salesforce.insert('Lead', { LastName: 'Okafor', Company: 'Hooli', ...values });

describe.each(platforms)('Lead Created on %s', (platform) => {
  const found = (inputs: Readonly<Record<string, unknown>> = {}) => {
    world.clock.advance(3 * 60_000);
    return on(platform, world).notice('lead_created', inputs);
  };
  const names = async (inputs: Readonly<Record<string, unknown>> = {}) =>
    (await found(inputs)).map(({ name }) => name);

  it('returns the sample that the editor shows', async () => {
    const sample = (await found()).find(({ record_id }) => record_id === SAMPLE_LEAD);
    const atInstance = JSON.stringify(sample).replace(world.salesforce.url, INSTANCE);
    expect(JSON.parse(atInstance)).toEqual(leadCreated.operation.sample);
  });

  it('notices every lead that is not converted, in the order of their creation', async () => {
    expect(await names()).toEqual(["Zoë O'Hara \\ Smith", 'Mia Wong', '[not provided]']);
  });

  it('notices leads of chosen sources and ratings only', async () => {
    expect(await names({ sources: ['Web', 'Partner Referral'] })).toEqual([
      "Zoë O'Hara \\ Smith",
      'Mia Wong',
    ]);
    expect(await names({ sources: ['Web'], ratings: ['Cold', 'Hot'] })).toEqual(['Mia Wong']);
    expect(await names({ sources: ['Web'], ratings: ['Cold'] })).toEqual([]);
  });

  it('lets no import of other leads hide a lead of a chosen source', async () => {
    world.clock.advance(60_000);
    create({ LastName: 'Wanted', LeadSource: 'Phone Inquiry' });
    for (let number = 0; number < 600; number += 1)
      create({ LastName: `Bought ${number}`, LeadSource: 'Purchased List' });
    expect(await names({ sources: ['Phone Inquiry'] })).toEqual(['Wanted']);
  }, 20_000);

  it('names a lead by its record and nothing else, whatever is edited', async () => {
    const id = create();
    const keys = async () =>
      (await found()).filter(({ record_id }) => record_id === id).map(({ event_key }) => event_key);
    expect(await keys()).toEqual([`new-lead-${id}-new`]);
    world.salesforce.update('Lead', id, { Rating: 'Hot', Company: 'Hooli XYZ' });
    expect(await keys()).toEqual([`new-lead-${id}-new`]);
  });

  it('costs one Salesforce call a poll', async () => {
    world.salesforce.forget();
    await found({ sources: ['Web'] });
    expect(world.salesforce.apiCalls).toBe(1);
  });

  it('says which field the connected user may not see', async () => {
    world.salesforce.features.hiddenFields = new Set(['Lead.LeadSource']);
    const { kind, message } = await on(platform, world).failure(found());
    expect(kind).toBe('stops');
    expect(message).toContain('LeadSource');
  });
});

it('On Make the latest leads that are not converted are offered to start from', async () => {
  const starts = await startsOnMake(world, 'lead_created');
  expect(starts.map(({ label }) => label)).toEqual([
    '[not provided], <script>',
    'Mia Wong, Umbrella',
    'Zoë O\'Hara \\ Smith, <!everyone> "Inc" & Co',
  ]);
});

it('On Make a lead is brought once, however often the scenario polls and whatever is edited', async () => {
  let state: TriggerState = startState('now', world.clock.now());
  const poll = async () => {
    world.clock.advance(3 * 60_000);
    const { bundles, state: next } = await pollOnMake(world, 'lead_created', {}, state);
    state = next;
    return bundles.map(({ record_id }) => record_id);
  };
  expect(await poll()).toEqual([]);
  const id = create();
  expect(await poll()).toEqual([id]);
  world.salesforce.update('Lead', id, { Rating: 'Hot' });
  expect(await poll()).toEqual([]);
  world.salesforce.update('Lead', sampleId('00Q', 601), { Rating: 'Cold' });
  expect(await poll()).toEqual([]);
});
