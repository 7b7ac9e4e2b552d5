import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEMO_DEAL } from '../sandbox/salesforce/sample-org/opportunity.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { type Connected, connected } from './connected.ts';

const TRIGGER = 'triggers.opportunity_entered_stage';

let world: World;
let call: Connected;

beforeEach(async () => {
  world = await startWorld();
  call = await connected(world);
});
afterEach(() => world.close());

type Item = { readonly id: string; readonly record_id: string; readonly stages: readonly string[] };

const ask = async (inputData: Readonly<Record<string, unknown>> = {}, meta = {}) =>
  (await call(TRIGGER, { inputData, meta })) as readonly Item[];

/** The event keys of a deal, as one poll sees them. */
const keys = async (recordId = DEMO_DEAL, inputData = {}) =>
  (await ask(inputData)).filter(({ record_id }) => record_id === recordId).map(({ id }) => id);

function later(values: Readonly<Record<string, unknown>>, minutes = 1): void {
  world.clock.advance(minutes * 60_000);
  world.salesforce.update('Opportunity', DEMO_DEAL, values);
}

describe('Opportunity Entered Stage', () => {
  it('says nothing of a deal until it is won, then names the entry by when the deal was last outside', async () => {
    expect(await keys()).toEqual([]);
    later({ StageName: 'Closed Won' });
    expect(await keys()).toEqual([`deal-room-${DEMO_DEAL}-20250902163000`]);
  });

  it('keeps the key through edits of a won deal', async () => {
    later({ StageName: 'Closed Won' });
    const won = await keys();
    later({ Amount: 80_000, Name: 'Acme, signed' });
    expect(await keys()).toEqual(won);
  });

  it('has a new key when a deal is reopened and won again', async () => {
    later({ StageName: 'Closed Won' });
    const [first] = await keys();
    later({ StageName: 'Negotiation/Review' });
    expect(await keys()).toEqual([]);
    later({ StageName: 'Closed Won' });
    const [second] = await keys();
    expect(second).toMatch(/^deal-room-006Hs00000BkXyzIAF-2026112022\d{4}$/);
    expect(second).not.toBe(first);
  });

  it('stamps a deal that was created as won with "new"', async () => {
    const values = { Name: 'Imported', StageName: 'Closed Won', CloseDate: '2026-11-20' };
    const id = world.salesforce.insert('Opportunity', values);
    expect(await keys(id)).toEqual([`deal-room-${id}-new`]);
  });

  it('keeps the key through a move from one chosen stage to another', async () => {
    const stages = ['Closed Won', 'Proposal/Price Quote'];
    later({ StageName: 'Proposal/Price Quote' });
    const entered = await keys(DEMO_DEAL, { stages });
    later({ StageName: 'Closed Won' });
    expect(entered).toHaveLength(1);
    expect(await keys(DEMO_DEAL, { stages })).toEqual(entered);
  });

  it('puts the delivery name into the key', async () => {
    later({ StageName: 'Closed Won' });
    expect(await keys(DEMO_DEAL, { delivery_name: 'legal' })).toEqual([`legal-${DEMO_DEAL}-20250902163000`]);
  });

  it('looks back three days in a poll, and any time while it is set up', async () => {
    const ids = async (meta: object) => (await ask({}, meta)).map(({ record_id }) => record_id);
    later({ StageName: 'Closed Won' });
    world.clock.advance(2.9 * 86_400_000);
    expect(await ids({})).toContain(DEMO_DEAL);
    world.clock.advance(0.2 * 86_400_000);
    expect(await ids({})).not.toContain(DEMO_DEAL);
    expect(await ids({ isPopulatingDedupe: true })).toContain(DEMO_DEAL);
    expect(await ids({ isLoadingSample: true })).toContain(DEMO_DEAL);
  });

  it('does not fire for a deal won long ago that moves to another chosen stage after the Zap was switched on', async () => {
    const inputData = { stages: ['Closed Won', 'Closed Lost'] };
    later({ StageName: 'Closed Won' });
    world.clock.advance(30 * 86_400_000);
    const seen = (await ask(inputData, { isPopulatingDedupe: true })).map(({ id }) => id);
    later({ StageName: 'Closed Lost' });
    expect(seen).toEqual(expect.arrayContaining(await keys(DEMO_DEAL, inputData)));
  });

  it('lists the newest change first', async () => {
    later({ StageName: 'Closed Won' });
    const [first] = await ask();
    expect(first?.record_id).toBe(DEMO_DEAL);
  });

  it('costs one API call a poll', async () => {
    world.salesforce.forget();
    await ask();
    expect(world.salesforce.apiCalls).toBe(1);
  });

  it('names the stages of the org when somebody maps one that it does not have', async () => {
    await expect(ask({ stages: ['Closed Won', 'Won!'] }, { isLoadingSample: true })).rejects.toMatchObject({
      name: 'HaltedError',
      message:
        'Stages: "Won!" is no opportunity stage of this org, which has Prospecting, Qualification, Needs Analysis, Value Proposition, Id. Decision Makers, Perception Analysis, Proposal/Price Quote, Negotiation/Review, Closed Won, Closed Lost. Choose stages from the list; a mapped stage must read exactly like its API name.',
    });
    await expect(ask({ stages: ['Won!'] }, { isPopulatingDedupe: true })).rejects.toThrow('Stages: "Won!"');
  });

  it('takes a stage in other capitals, as Salesforce does', async () => {
    later({ StageName: 'Closed Won' });
    const stages = ['closed won'];
    expect(await ask({ stages }, { isLoadingSample: true })).not.toEqual([]);
    expect(await keys(DEMO_DEAL, { stages })).toEqual([`deal-room-${DEMO_DEAL}-20250902163000`]);
  });

  it('asks Zapier to renew an expired session', async () => {
    world.salesforce.expireSessions();
    await expect(ask()).rejects.toMatchObject({ name: 'RefreshAuthError' });
  });
});
