import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { triggers } from '../../shared/operation/operations.ts';
import { isTold, undeliveredOperation } from '../../shared/operation/undelivered.ts';
import { DEAL } from '../crash/deal.ts';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { caseAlert } from '../scene/case-alert.ts';
import { createdLead, LEAD } from '../scene/created-lead.ts';
import { dealRoom } from '../scene/deal-room.ts';
import { runScene } from '../scene/run-scene.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const undelivered = [
  {
    key: 'opportunity_entered_stage_undelivered',
    trigger: 'opportunity_entered_stage',
    scene: dealRoom,
    record: DEAL,
  },
  { key: 'lead_created_undelivered', trigger: 'lead_created', scene: createdLead, record: LEAD },
  { key: 'case_escalated_undelivered', trigger: 'case_escalated', scene: caseAlert, record: LOGIN_LOOP },
] as const;

it('There is one for every trigger whose events Salesforce tells and the ledger knows', () => {
  const keys = triggers.filter(isTold).map((trigger) => undeliveredOperation(trigger).key);
  expect(undelivered.map(({ key }) => key).sort()).toEqual(keys.sort());
});

describe.each(platforms)('On %s', (platform) => {
  describe.each(undelivered)('$key', ({ key, trigger, scene, record }) => {
    const found = async (inputs: Readonly<Record<string, unknown>> = {}) =>
      (await on(platform, world).notice(key, inputs)).filter(({ record_id }) => record_id === record);
    const eventKey = async () =>
      (await on(platform, world).notice(trigger)).find(({ record_id }) => record_id === record)?.event_key;
    const deliver = async (delivery_name?: string) => {
      const inputs = {
        ...scene.inputs,
        event_key: await eventKey(),
        ...(delivery_name && { delivery_name }),
      };
      await runScene(platform, world, { ...scene, inputs });
    };

    it('returns exactly what the trigger does, until that was delivered under its delivery name', async () => {
      await scene.happens(world);
      world.clock.advance(5 * 60_000);
      const noticed = await on(platform, world).notice(trigger);
      expect(await found()).toEqual(noticed.filter(({ record_id }) => record_id === record));
      expect(await found()).toHaveLength(1);
      await deliver();
      expect(await found()).toEqual([]);
      expect(await found({ delivery_name: 'another' })).toHaveLength(1);
    });

    it('returns what a run has begun and nobody has finished', async () => {
      await scene.happens(world);
      world.clock.advance(5 * 60_000);
      await deliver();
      for (const row of world.salesforce.records('Dealwire_Delivery__c'))
        world.salesforce.update('Dealwire_Delivery__c', String(row.Id), { Status__c: 'claimed' });
      world.clock.advance(24 * 60 * 60_000);
      expect(await found()).toHaveLength(1);
    });
  });
});
