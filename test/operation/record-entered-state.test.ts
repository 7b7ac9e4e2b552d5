import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { recordEnteredState } from '../../shared/operation/trigger/record-entered-state.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { ROLLOUT } from '../sandbox/salesforce/sample-org/project.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

const INPUTS = { object: 'Project__c', field: 'Status__c', values: ['At Risk', 'Cancelled'] };

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

function edit(values: Readonly<Record<string, unknown>>): void {
  world.clock.advance(60_000);
  world.salesforce.update('Project__c', ROLLOUT, values);
}

describe.each(platforms)('Record Entered State on %s', (platform) => {
  const notice = async (inputs: Readonly<Record<string, unknown>> = INPUTS) => {
    world.clock.advance(3 * 60_000);
    return on(platform, world).notice('record_entered_state', inputs);
  };
  const keys = async (inputs?: Readonly<Record<string, unknown>>, record: string = ROLLOUT) =>
    (await notice(inputs)).filter(({ record_id }) => record_id === record).map(({ event_key }) => event_key);

  it('returns the sample that the editor shows', async () => {
    edit({ Status__c: 'At Risk' });
    const found = await notice();
    expect(found.find(({ record_id }) => record_id === ROLLOUT)).toEqual({
      ...recordEnteredState.operation.sample,
      record_url: expect.stringMatching(`^https?://[^/]+/${ROLLOUT}$`),
    });
  });

  it('names an entry by when it happened, keeps the name through edits, and names another one anew', async () => {
    edit({ Go_Live__c: '2027-02-01' });
    expect(await keys()).toEqual([]);
    edit({ Status__c: 'At Risk' });
    const first = await keys();
    expect(first).toEqual([expect.stringMatching(new RegExp(`^record-state-${ROLLOUT}-\\d{14}$`))]);
    edit({ Go_Live__c: '2027-03-01' });
    edit({ Status__c: 'Cancelled' });
    expect(await keys()).toEqual(first);
    edit({ Status__c: 'Live' });
    expect(await keys()).toEqual([]);
    edit({ Status__c: 'At Risk' });
    expect(await keys()).not.toEqual(first);
  });

  it('fires once per record where no history is kept, and says so in its key', async () => {
    world.salesforce.features.hiddenObjects = new Set(['Project__History']);
    edit({ Status__c: 'At Risk' });
    expect(await keys()).toEqual([`record-state-${ROLLOUT}-new`]);
    edit({ Status__c: 'Live' });
    edit({ Status__c: 'Cancelled' });
    expect(await keys()).toEqual([`record-state-${ROLLOUT}-new`]);
  });

  it('takes a checkbox, and an object whose records are named by another field', async () => {
    const inputs = { object: 'Case', field: 'IsEscalated', values: ['true'], name_field: 'CaseNumber' };
    world.clock.advance(60_000);
    world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: true });
    const found = await notice(inputs);
    expect(found.find(({ record_id }) => record_id === LOGIN_LOOP)).toMatchObject({
      event_key: `record-state-${LOGIN_LOOP}-20261120220100`,
      object: 'Case',
      name: '00001004',
    });
    world.salesforce.update('Case', LOGIN_LOOP, { IsEscalated: false });
    expect(await keys(inputs, LOGIN_LOOP)).toEqual([]);
  });

  it('costs one Salesforce call a poll', async () => {
    const before = world.salesforce.apiCalls;
    await notice();
    expect(world.salesforce.apiCalls - before).toBe(1);
  });

  it.each([
    [
      { ...INPUTS, object: 'Nowhere__c' },
      /no object Nowhere__c .+ Switch on the feature|sObject type 'Nowhere__c'/,
    ],
    [{ ...INPUTS, field: 'Missing__c' }, /Missing__c/],
    [{ ...INPUTS, object: 'Case', field: 'Status' }, /Name/],
    [
      { ...INPUTS, object: 'Project__c LIMIT 1' },
      /^Object: it is not an API name such as Contract or Status__c\./,
    ],
    [{ ...INPUTS, field: 'Name FROM User' }, /^Field: it is not an API name such as Contract or Status__c\./],
  ])('says for %j what is wrong', async (inputs, says) => {
    const { kind, message } = await on(platform, world).failure(notice(inputs));
    expect(kind).toBe('stops');
    expect(message).toMatch(says);
  });
});
