import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import app from '../../zapier-app/index.ts';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { settingsFor } from '../sandbox/zapier/account.ts';
import type { AppRuntime } from '../sandbox/zapier/app-runtime.ts';
import { buildPackage } from '../sandbox/zapier/build-package.ts';
import { packageRuntime } from '../sandbox/zapier/package-runtime.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';
import { type Connected, connected } from './connected.ts';

const ACTION = 'creates.open_deal_room';

const load = {
  source: (environment: Readonly<Record<string, string>>) => sourceRuntime(app, environment),
  package: async (environment: Readonly<Record<string, string>>) =>
    packageRuntime(await buildPackage(), environment),
};

describe.each(['source', 'package'] as const)('Open Deal Room, run from the %s', (from) => {
  let world: World;
  let runtime: AppRuntime;
  let call: Connected;

  beforeAll(async () => {
    world = await startWorld();
    world.salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won' });
    runtime = await load[from](settingsFor(world));
  }, 120_000);
  beforeEach(async () => {
    call = await connected(world, runtime);
  });
  afterAll(async () => {
    await runtime.close();
    await world.close();
  });

  const rooms = () => world.slack.channels().filter(({ creator }) => creator === world.slack.botUserId);
  const open = (inputData: Readonly<Record<string, unknown>>, meta = {}) =>
    call(ACTION, { inputData: { record_id: DEMO_DEAL, ...inputData }, meta });

  it('says TEST and invites nobody while the editor tests it', async () => {
    await expect(open({}, { isLoadingSample: true })).resolves.toMatchObject({ outcome: 'delivered' });
    const [room] = rooms();
    expect(room).toMatchObject({
      name: expect.stringMatching(/^test-deal-acme/),
      members: [world.slack.botUserId],
    });
    expect(JSON.stringify(world.slack.messages(room?.id))).toContain('TEST');
  });

  it('opens the room, works the event key out, and returns what it did', async () => {
    await expect(open({ csm_field: 'CSM__c', announce_channel: 'C00SALESWI' })).resolves.toMatchObject({
      outcome: 'delivered',
      already_delivered: false,
      event_key: `deal-room-${DEMO_DEAL}-20250902163000`,
      members: ['U00KIMRO01', 'U00ANALEE1', 'U00SAMODE1'],
      warnings: [],
    });
    expect(rooms()).toHaveLength(2);
    expect(world.slack.messages('C00SALESWI')).toHaveLength(1);
  });

  it('does nothing the second time, and says so', async () => {
    const before = world.slack.calls.length;
    await expect(open({})).resolves.toMatchObject({ outcome: 'already_delivered', already_delivered: true });
    expect(world.slack.calls).toHaveLength(before);
  });

  it.each([
    [{ record_id: '001Hs00000BkXyzIAF' }, /^Opportunity ID: /],
    [{ record_id: '006Hs00000BkXyzAAA' }, /^Opportunity ID: /],
    [{ extra_fields: Array.from({ length: 9 }, (_, at) => `F${at}__c`) }, /^Extra Fields: it holds 9 items/],
    [{ locale: 'tlh' }, /^Number and Date Format: it is not one of en-US, /],
  ])('halts on %j and names the input', async (inputData, message) => {
    await expect(open(inputData)).rejects.toMatchObject({
      name: 'HaltedError',
      message: expect.stringMatching(message),
    });
  });

  it('writes no secret to the log', async () => {
    const log = JSON.stringify(runtime.log);
    expect(log).toContain('chat.postMessage');
    expect(log).not.toContain(world.slack.token);
    expect(log).not.toMatch(/00D\w{12,15}![\w.]+/);
  });
});
