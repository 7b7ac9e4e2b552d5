import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accountCreated, SAMPLE_ACCOUNT } from '../../shared/operation/trigger/account-created.ts';
import { INSTANCE } from '../sandbox/make-account.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms, startsOnMake } from './platform.ts';

type Values = Readonly<Record<string, unknown>>;

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const create = (values: Values) => world.salesforce.insert('Account', { Name: 'Hooli', ...values });

describe.each(platforms)('Account Created on %s', (platform) => {
  const found = (inputs: Values = {}) => {
    world.clock.advance(3 * 60_000);
    return on(platform, world).notice('account_created', inputs);
  };
  const created = async (inputs: Values = {}) =>
    (await found(inputs)).filter(({ name }) => String(name).startsWith('Hooli')).map(({ name }) => name);

  it('returns the sample that the editor shows', async () => {
    const sample = (await found()).find(({ record_id }) => record_id === SAMPLE_ACCOUNT);
    const atInstance = JSON.stringify(sample).replace(world.salesforce.url, INSTANCE);
    expect(JSON.parse(atInstance)).toEqual(accountCreated.operation.sample);
  });

  it('notices accounts of chosen types only, in the order of their creation', async () => {
    create({ Name: 'Hooli A', Type: 'Prospect' });
    world.clock.advance(1_000);
    create({ Name: 'Hooli B' });
    world.clock.advance(1_000);
    create({ Name: 'Hooli C', Type: 'Other' });
    expect(await created()).toEqual(['Hooli A', 'Hooli B', 'Hooli C']);
    expect(await created({ types: ['Prospect', 'Other'] })).toEqual(['Hooli A', 'Hooli C']);
  });

  it('names an account by its record and nothing else, whatever is edited', async () => {
    const id = create({});
    const keys = async () =>
      (await found()).filter(({ record_id }) => record_id === id).map(({ event_key }) => event_key);
    expect(await keys()).toEqual([`account-channel-${id}-new`]);
    world.salesforce.update('Account', id, { Name: 'Hooli XYZ', Type: 'Other' });
    expect(await keys()).toEqual([`account-channel-${id}-new`]);
  });

  it('costs one Salesforce call a poll', async () => {
    world.salesforce.forget();
    await found({ types: ['Prospect'] });
    expect(world.salesforce.apiCalls).toBe(1);
  });

  it('says which field the connected user may not see', async () => {
    world.salesforce.features.hiddenFields = new Set(['Account.Industry']);
    const { kind, message } = await on(platform, world).failure(found());
    expect(kind).toBe('stops');
    expect(message).toContain('Industry');
  });
});

it('On Make the latest accounts are offered to start from', async () => {
  create({ Name: 'Hooli' });
  const [first] = await startsOnMake(world, 'account_created');
  expect(first?.label).toBe('Hooli');
});
