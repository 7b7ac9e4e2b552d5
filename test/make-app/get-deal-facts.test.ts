import { describe, expect, it } from '@jest/globals';
import { prepareSearch } from '../../shared/operation/perform-search.ts';
import { getDealFacts } from '../../shared/operation/search/get-deal-facts.ts';
import { inWorld } from '../crash/every-call.ts';
import { runModule } from '../sandbox/make/run-module.ts';
import { connectTo, runIn, type World } from '../sandbox/world.ts';
import { DEAL, runOn } from './make.ts';

type Values = Readonly<Record<string, unknown>>;

const onMake = (world: World, values: Values) => runModule(runOn(world), 'getDealFacts', values);
const search = prepareSearch(getDealFacts);
const onZapier = (world: World, values: Values) => search(connectTo(world), values, runIn(world));

const FIELDS = {
  arr_field: 'ARR__c',
  contract_start_field: 'Contract_Start__c',
  se_field: 'SE__c',
  csm_field: 'CSM__c',
};
const UNKNOWN = '006Hs00000AAAAA';

describe('The generated search Get Deal Facts', () => {
  it('returns the sample that the editor shows, with one call.', () =>
    inWorld(async (world) => {
      const [found, ...others] = await onMake(world, { record_id: DEAL, ...FIELDS });
      const text = JSON.stringify(found).replace(world.salesforce.url, 'https://acme.my.salesforce.com');
      expect([JSON.parse(text), ...others]).toEqual([getDealFacts.operation.sample]);
      expect(world.salesforce.apiCalls).toBe(1);
      expect(world.slack.calls).toHaveLength(0);
    }));

  it.each([
    { locale: 'en-US', currency: 'USD' },
    { locale: 'de-DE', currency: 'EUR', ...FIELDS },
    { locale: 'ja-JP', currency: '<!here>', se_field: 'OwnerId', csm_field: 'CSM__c' },
  ])('returns for every deal of the sample org what Zapier returns, with %j.', (values) =>
    inWorld(async (world) => {
      const deals = world.salesforce.records('Opportunity');
      expect(deals.length).toBeGreaterThan(20);
      for (const { Id } of deals) {
        const wanted = { record_id: String(Id), ...values };
        const [found, ...others] = await onMake(world, wanted);
        expect([found, ...others]).toEqual(await onZapier(world, wanted));
        expect(Object.keys(found ?? {})).toEqual(getDealFacts.operation.outputs.map(({ key }) => key));
      }
    }));

  it('leaves no markup of a name alive.', () =>
    inWorld(async (world) => {
      const deal = world.salesforce.records('Opportunity').find(({ Name }) => String(Name).includes('<!'));
      const [found] = await onMake(world, { record_id: String(deal?.Id) });
      expect(found?.name).toBe('&lt;!channel&gt; "mega" &amp; more');
    }));

  it('returns nothing for a record that is unknown, on both platforms.', () =>
    inWorld(async (world) => {
      expect(await onMake(world, { record_id: UNKNOWN })).toEqual([]);
      expect(await onZapier(world, { record_id: UNKNOWN })).toEqual([]);
    }));

  it('names a field that is hidden from the connected user, on both platforms.', () =>
    inWorld(async (world) => {
      Object.assign(world.salesforce.features, { hiddenFields: new Set(['Opportunity.ARR__c']) });
      const values = { record_id: DEAL, ...FIELDS };
      await expect(onMake(world, values)).rejects.toMatchObject({
        type: 'InvalidConfigurationError',
        message: expect.stringContaining('ARR__c'),
      });
      await expect(onZapier(world, values)).rejects.toMatchObject({
        name: 'MissingFieldError',
        message: expect.stringContaining('Opportunity.ARR__c'),
      });
    }));

  it.each([
    ['record_id', '', 'Opportunity ID'],
    ['record_id', '001Hs00000BkXyzIAF', 'Opportunity ID'],
    ['locale', 'tlh', 'Number and Date Format'],
  ])('refuses a wrong %s before it asks, and names the input.', (key, value, label) =>
    inWorld(async (world) => {
      await expect(onMake(world, { record_id: DEAL, [key]: value })).rejects.toMatchObject({
        type: 'DataError',
        message: expect.stringContaining(`${label}: `),
      });
      expect(world.salesforce.apiCalls).toBe(0);
    }));
});
