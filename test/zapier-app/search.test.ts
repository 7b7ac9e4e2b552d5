import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findSlackUser } from '../../shared/operation/search/find-slack-user.ts';
import { getDealFacts } from '../../shared/operation/search/get-deal-facts.ts';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { DEACTIVATED } from '../sandbox/slack/sample-workspace.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { type Connected, connected } from './connected.ts';

let world: World;
let call: Connected;
beforeAll(async () => {
  world = await startWorld();
  call = await connected(world);
});
afterAll(() => world.close());

describe('Find Slack User on Zapier', () => {
  const find = (email: string) => call('searches.find_slack_user', { inputData: { email } });

  it('returns the sample for its person', async () => {
    await expect(find('Kim@Acme.example')).resolves.toEqual([findSlackUser.operation.sample]);
  });

  it.each(['nobody@acme.example', DEACTIVATED.email])('finds nothing for %s', async (email) => {
    await expect(find(email)).resolves.toEqual([]);
  });

  it('halts without an address', async () => {
    await expect(find('')).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringMatching(/^Email: it is empty\./),
    });
  });
});

describe('Get Deal Facts on Zapier', () => {
  const read = (inputData: Readonly<Record<string, unknown>>) =>
    call('searches.get_deal_facts', { inputData });
  const fields = {
    arr_field: 'ARR__c',
    contract_start_field: 'Contract_Start__c',
    se_field: 'SE__c',
    csm_field: 'CSM__c',
  };

  it('returns the sample for its deal once that is won', async () => {
    world.salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won' });
    const found = JSON.stringify(await read({ record_id: DEMO_DEAL, ...fields }));
    expect(JSON.parse(found.replace(world.salesforce.url, 'https://acme.my.salesforce.com'))).toEqual([
      getDealFacts.operation.sample,
    ]);
  });

  it('finds nothing for a record that is unknown', async () => {
    await expect(read({ record_id: '006Hs00000AAAAA' })).resolves.toEqual([]);
  });

  it('halts for a hidden field and says how to grant it', async () => {
    Object.assign(world.salesforce.features, { hiddenFields: new Set(['Opportunity.ARR__c']) });
    await expect(read({ record_id: DEMO_DEAL, ...fields })).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringMatching(/no field Opportunity\.ARR__c .* Set Field-Level Security/),
    });
  });
});
