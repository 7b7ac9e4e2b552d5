import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEAL } from '../crash/deal.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { caseAlert } from '../scene/case-alert.ts';
import { createdAccount, NEW_ACCOUNT } from '../scene/created-account.ts';
import { createdLead, LEAD } from '../scene/created-lead.ts';
import { dealRoom } from '../scene/deal-room.ts';
import { runScene } from '../scene/run-scene.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const searches = [
  { search: 'find_missed_deals', trigger: 'opportunity_entered_stage', scene: dealRoom, record: DEAL },
  { search: 'find_missed_accounts', trigger: 'account_created', scene: createdAccount, record: NEW_ACCOUNT },
  { search: 'find_missed_leads', trigger: 'lead_created', scene: createdLead, record: LEAD },
  { search: 'find_missed_escalations', trigger: 'case_escalated', scene: caseAlert, record: LOGIN_LOOP },
] as const;

describe.each(platforms)('On %s', (platform) => {
  describe.each(searches)('$search', ({ search, trigger, scene, record }) => {
    const find = async (inputs: Readonly<Record<string, unknown>> = {}) =>
      (await on(platform, world).find(search, { limit: 100, ...inputs })).filter(
        ({ record_id }) => record_id === record,
      );

    it('finds what the trigger does, as long as nothing of it is in the ledger', async () => {
      await scene.happens(world);
      world.clock.advance(10 * 60_000);
      const noticed = await on(platform, world).notice(trigger);
      expect(await find()).toEqual(noticed.filter(({ record_id }) => record_id === record));
      expect(await find()).toHaveLength(1);
      const [{ event_key } = {}] = noticed.filter(({ record_id }) => record_id === record);
      await runScene(platform, world, { ...scene, inputs: { ...scene.inputs, event_key } });
      expect(await find()).toEqual([]);
    });

    it('looks under the delivery name that is given, and as many days back', async () => {
      await scene.happens(world);
      world.clock.advance(60_000);
      await runScene('zapier', world, {
        ...scene,
        inputs: { ...scene.inputs, event_key: 'other', delivery_name: 'other' },
      });
      expect(await find()).toHaveLength(1);
      world.clock.advance(5 * 24 * 60 * 60_000);
      expect(await find()).toEqual([]);
      expect(await find({ days: 6 })).toHaveLength(1);
    });

    it('costs one Salesforce call', async () => {
      await scene.happens(world);
      const before = world.salesforce.apiCalls;
      await find();
      expect(world.salesforce.apiCalls - before).toBe(1);
    });

    it('refuses more days than 30, with the field and what to do', async () => {
      const { kind, message } = await on(platform, world).failure(find({ days: 31 }));
      expect(kind).toBe('stops');
      expect(message).toMatch(
        /^Days: (31|it) is not between 1 and 30\. How many days back to look, 30 at most\.$/,
      );
    });
  });
});
