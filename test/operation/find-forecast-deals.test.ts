import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { findForecastDeals } from '../../shared/operation/search/find-forecast-deals.ts';
import { sampleId } from '../sandbox/salesforce/sample-org/sample-id.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

describe.each(platforms)('Find Forecast Deals on %s', (platform) => {
  const find = (inputs: Readonly<Record<string, unknown>> = {}) =>
    on(platform, world).find('find_forecast_deals', inputs);

  it('returns the sample that the editor shows', async () => {
    const found = JSON.stringify(await find({ largest_count: 1 }));
    expect(JSON.parse(found.replaceAll(world.salesforce.url, 'https://acme.my.salesforce.com'))).toEqual([
      findForecastDeals.operation.sample,
    ]);
  });

  it('costs two Salesforce calls, writes nothing and asks Slack nothing', async () => {
    world.salesforce.forget();
    world.slack.forget();
    await find();
    expect([world.salesforce.apiCalls, world.slack.calls.length]).toEqual([2, 0]);
    expect(world.salesforce.records('Dealwire_Delivery__c')).toEqual([]);
  });

  it('finds an empty quarter too, with zeros', async () => {
    world.clock.set('2026-06-01T14:00:00Z');
    const [item] = await find();
    expect(item).toMatchObject({
      open_deals: 0,
      open_amount: 0,
      weighted_amount: 0,
      won_deals: 0,
      won_amount: 0,
    });
    expect(item).toMatchObject({ by_stage: '—', largest_deals: '—', deal_ids: [] });
  });

  it('has no weighted amount of another field than Amount', async () => {
    const [item] = await find({ amount_field: 'ARR__c' });
    expect(item).toMatchObject({ won_amount: 240_000 });
    expect(item?.weighted_amount ?? null).toBeNull();
  });

  it('is in the corporate currency in an org with several', async () => {
    world.salesforce.features.multiCurrency = true;
    world.salesforce.update('Opportunity', sampleId('006', 204), { CurrencyIsoCode: 'JPY' });
    expect(await find({ currency: 'GBP' })).toMatchObject([{ currency: 'USD', open_amount: 535_000 }]);
  });

  it('stops for a first stage that the org does not use', async () => {
    const { failure } = on(platform, world);
    expect(await failure(find({ first_stage: 'Quote' }))).toEqual({
      kind: 'stops',
      message: expect.stringMatching(/^First Stage: the org uses no opportunity stage of this name/),
    });
  });
});
