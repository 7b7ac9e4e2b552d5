import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import zapierApp from '../../zapier-app/index.ts';
import { realWait } from '../sandbox/salesforce/cometd/streaming.ts';
import { ROLLOUT } from '../sandbox/salesforce/sample-org/project.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../sandbox/zapier/account.ts';
import { toFailure } from '../sandbox/zapier/failure.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';

type Values = Readonly<Record<string, unknown>>;

const INPUTS = { object: 'Project__c', field: 'Status__c', values: ['At Risk', 'Cancelled'] };
const MINUTE = 60_000;

let world: World;
beforeEach(async () => {
  world = await startWorld({ wait: (milliseconds, signal) => realWait(milliseconds / 100, signal) });
  world.salesforce.features.hiddenObjects = new Set(['Project__History']);
  world.salesforce.changeData.entities.push('Project__c');
});
afterEach(() => world.close());

/** Polls as Zapier does, newest first. */
async function poll(inputs: Values = {}, meta: Values = {}): Promise<readonly Values[]> {
  const runtime = await sourceRuntime(zapierApp, settingsFor(world));
  return (await runtime.execute('triggers.record_entered_state_by_change_events.operation.perform', {
    inputData: { ...INPUTS, ...inputs },
    meta,
    authData: storedValuesOf(world),
  })) as readonly Values[];
}

const becomes = (status: string) => {
  world.clock.advance(MINUTE);
  world.salesforce.update('Project__c', ROLLOUT, { Status__c: status });
};
const keys = (items: readonly Values[]) => items.map(({ event_key }) => event_key).toReversed();
const ids = (items: readonly Values[]) => items.map(({ id }) => id);
const key = (stamp: string | number) => `record-state-${ROLLOUT}-${stamp}`;
const rows = () => world.salesforce.records('Dealwire_Delivery__c');

describe('Record Entered State by Change Events on zapier', () => {
  it('counts entries of a field without history, each once, though each poll reads the events before once more', async () => {
    expect(await poll()).toEqual([]);
    becomes('At Risk');
    const first = await poll();
    expect(first).toMatchObject([{ event_key: key('new'), record_id: ROLLOUT, value: 'At Risk' }]);
    expect(ids(await poll())).toEqual(ids(first));
    expect(await poll()).toEqual([]);
    becomes('Cancelled');
    becomes('Live');
    expect(await poll()).toEqual([]);
    becomes('At Risk');
    expect(keys(await poll())).toEqual([key(2)]);
  });

  it('names the entries of the time between two polls one by one, and says them again when the results got lost', async () => {
    await poll();
    becomes('At Risk');
    becomes('Live');
    becomes('Cancelled');
    const found = await poll();
    expect(keys(found)).toEqual([key('new'), key(2)]);
    expect(ids(await poll())).toEqual(ids(found));
  });

  it('leaves out what happened before it began to watch, and a record that has left the state', async () => {
    becomes('At Risk');
    world.clock.advance(MINUTE);
    expect(await poll()).toEqual([]);
    becomes('Live');
    becomes('At Risk');
    becomes('Live');
    expect(await poll()).toEqual([]);
  });

  it('counts on from an entry that was delivered before anybody watched the events', async () => {
    becomes('At Risk');
    world.salesforce.insert('Dealwire_Delivery__c', {
      Key__c: `${key('new')}-00Dxx0000000001EAA-${world.slack.teamId}`,
      Status__c: 'done',
    });
    world.clock.advance(MINUTE);
    await poll();
    becomes('Live');
    becomes('Cancelled');
    expect(keys(await poll())).toEqual([key(2)]);
  });

  it('takes records that one event names together one by one', async () => {
    await poll();
    world.clock.advance(MINUTE);
    const others = world.salesforce.records('Project__c').map(({ Id }) => String(Id));
    world.salesforce.transaction(() => {
      for (const id of others) world.salesforce.update('Project__c', id, { Status__c: 'Cancelled' });
    });
    expect((await poll()).map(({ record_id }) => record_id).sort()).toEqual([...others].sort());
  });

  it('reads the record when an event only marks a gap, and all of them after an overflow', async () => {
    await poll();
    for (const publishes of ['gaps', 'overflow'] as const) {
      world.salesforce.changeData.publishes = publishes;
      becomes('At Risk');
      expect(keys(await poll())).toContain(publishes === 'gaps' ? key('new') : key(2));
      world.salesforce.changeData.publishes = 'changes';
      becomes('Live');
      await poll();
      await poll();
    }
  });

  it('asks for the records when Salesforce no longer knows its place in the stream', async () => {
    await poll();
    becomes('Live');
    await poll();
    await poll();
    world.clock.advance(73 * 60 * MINUTE);
    becomes('At Risk');
    expect(keys(await poll())).toEqual([key('new')]);
  });

  it('asks for the records when the stream has been silent for hours', async () => {
    await poll();
    world.salesforce.streamingFault = 'stalled';
    world.clock.advance(7 * 60 * MINUTE);
    becomes('At Risk');
    expect(keys(await poll())).toEqual([key('new')]);
    expect(ids(await poll())).toEqual([]);
  });

  it('leaves its place alone while somebody edits the Zap', async () => {
    becomes('At Risk');
    expect(await poll({}, { isLoadingSample: true })).toHaveLength(2);
    expect(rows()).toEqual([]);
  });

  it('costs two Salesforce calls when nothing happened, and writes nothing', async () => {
    await poll();
    await poll();
    const before = world.salesforce.apiCalls;
    const written = rows();
    await poll();
    expect(world.salesforce.apiCalls - before).toBeLessThanOrEqual(2);
    expect(rows()).toEqual(written);
  });

  it.each([
    [
      'the org has no Change Data Capture',
      () => {
        world.salesforce.features.changeData = false;
      },
      'errored',
      /Select the object under Setup > Change Data Capture/,
    ],
    [
      'the stream answers 503',
      () => {
        world.salesforce.streamingFault = 'unavailable';
      },
      'throttled',
      /Salesforce could not be reached/,
    ],
    [
      'the stream no longer takes the token',
      () => {
        world.salesforce.streamingFault = 'authentication invalid';
      },
      'refresh',
      /session has expired/,
    ],
  ] as const)('says what is wrong when %s', async (_what, happens, kind, says) => {
    await poll();
    happens();
    const failure = await poll().then(
      () => undefined,
      (error: unknown) => toFailure(error),
    );
    expect([failure?.kind, failure?.message]).toEqual([kind, expect.stringMatching(says)]);
  });
});
