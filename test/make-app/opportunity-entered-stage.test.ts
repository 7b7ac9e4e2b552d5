import { describe, expect, it } from '@jest/globals';
import { prepareTrigger } from '../../shared/operation/perform-trigger.ts';
import { opportunityEnteredStage } from '../../shared/operation/trigger/opportunity-entered-stage.ts';
import { inWorld } from '../crash/every-call.ts';
import { runEpoch, runTrigger, startState, type TriggerState } from '../sandbox/make/run-trigger.ts';
import { connectTo, runIn, type World } from '../sandbox/world.ts';
import { DEAL, runOn } from './make.ts';

const MINUTE = 60_000;
const TRIGGER = 'opportunityEnteredStage';

const poll = (world: World, state: TriggerState, parameters: Readonly<Record<string, unknown>> = {}) =>
  runTrigger(runOn(world), TRIGGER, { stages: ['Closed Won'], limit: 10, ...parameters }, state);

describe('The generated trigger Opportunity Entered Stage', () => {
  it('brings what Zapier’s brings, oldest first, and nothing a second time.', () =>
    inWorld(async (world) => {
      world.clock.advance(3 * MINUTE);
      const first = await poll(world, startState('all', world.clock.now()));
      const zapier = await prepareTrigger(opportunityEnteredStage)(
        connectTo(world),
        { stages: ['Closed Won'] },
        { ...runIn(world), settingUp: true },
      );
      const byId = (items: readonly { readonly id?: unknown }[]) =>
        [...items].sort((one, other) => String(one.id).localeCompare(String(other.id)));
      expect(byId(first.bundles)).toEqual(byId(zapier));
      expect(first.bundles.at(-1)).toMatchObject({ record_id: DEAL });
      expect((await poll(world, first.state)).bundles).toEqual([]);
    }));

  it('waits two minutes, so that a change committed late is not passed over.', () =>
    inWorld(async (world) => {
      const start = startState({ since: world.clock.now() - MINUTE }, world.clock.now());
      const early = await poll(world, start);
      expect(early.bundles).toEqual([]);
      world.clock.advance(3 * MINUTE);
      expect((await poll(world, early.state)).bundles).toMatchObject([{ record_id: DEAL }]);
    }));

  it('brings a deal that comes back into the stage under another event key.', () =>
    inWorld(async (world) => {
      world.clock.advance(3 * MINUTE);
      const first = await poll(world, startState('all', world.clock.now()));
      world.salesforce.update('Opportunity', DEAL, { StageName: 'Negotiation/Review' });
      world.clock.advance(MINUTE);
      world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' });
      world.clock.advance(3 * MINUTE);
      const [again, ...others] = (await poll(world, first.state)).bundles;
      expect(others).toEqual([]);
      expect(again).toMatchObject({ record_id: DEAL });
      expect(again?.event_key).not.toBe(first.bundles.at(-1)?.event_key);
    }));

  it('takes no more than the limit and brings the rest with the next poll.', () =>
    inWorld(async (world) => {
      world.clock.advance(3 * MINUTE);
      const all = await poll(world, startState('all', world.clock.now()));
      const seen: unknown[] = [];
      let state = startState('all', world.clock.now());
      for (let time = 0; time <= all.bundles.length; time += 1) {
        const { bundles, state: next } = await poll(world, state, { limit: 1 });
        expect(bundles.length).toBeLessThanOrEqual(1);
        seen.push(...bundles.map(({ id }) => id));
        state = next;
      }
      expect(seen).toEqual(all.bundles.map(({ id }) => id));
    }));

  it('brings nothing, and costs one call, when nothing was won; a stage with quotes changes no query.', () =>
    inWorld(async (world) => {
      const { bundles } = await poll(world, startState('now', world.clock.now()), {
        stages: ["Won' OR Name != '"],
      });
      expect(bundles).toEqual([]);
      expect(world.salesforce.apiCalls).toBe(1);
    }));

  it('offers the latest entries to start from, newest first.', () =>
    inWorld(async (world) => {
      world.clock.advance(3 * MINUTE);
      const [newest, ...older] = await runEpoch(runOn(world), TRIGGER, { stages: ['Closed Won'], limit: 10 });
      expect(newest?.label).toBe('Acme Q3 Enterprise (Closed Won)');
      for (const entry of older)
        expect(entry.date.getTime()).toBeLessThanOrEqual(newest?.date.getTime() ?? 0);
    }));
});
