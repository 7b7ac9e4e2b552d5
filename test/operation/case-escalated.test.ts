import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LOGIN_LOOP } from '../sandbox/salesforce/sample-org/case.ts';
import { startWorld, type World } from '../sandbox/world.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

function edit(values: Readonly<Record<string, unknown>>, minutes = 1): void {
  world.clock.advance(minutes * 60_000);
  world.salesforce.update('Case', LOGIN_LOOP, values);
}

describe.each(platforms)('Case Escalated on %s', (platform) => {
  /** The event keys of the sample case, as a poll for events of any age sees them. */
  const keys = async (inputs: Readonly<Record<string, unknown>> = {}) => {
    world.clock.advance(3 * 60_000);
    const found = await on(platform, world).notice('case_escalated', inputs);
    return found.filter(({ record_id }) => record_id === LOGIN_LOOP).map(({ event_key }) => event_key);
  };

  it('says nothing of a case that is not escalated, whatever is edited', async () => {
    edit({ Subject: 'Another subject', Priority: 'High' });
    expect(await keys()).toEqual([]);
  });

  it('names an escalation by when it happened, and keeps the name through edits', async () => {
    edit({ IsEscalated: true });
    const escalated = [`case-escalation-${LOGIN_LOOP}-20261120220100`];
    expect(await keys()).toEqual(escalated);
    edit({ Subject: 'Another subject', Status: 'Escalated' });
    edit({ Priority: 'High' });
    expect(await keys()).toEqual(escalated);
  });

  it('counts an escalation that is taken back and made again as another one', async () => {
    edit({ IsEscalated: true });
    edit({ IsEscalated: false });
    expect(await keys()).toEqual([]);
    edit({ IsEscalated: true });
    expect(await keys()).toEqual([`case-escalation-${LOGIN_LOOP}-20261120220600`]);
  });

  it('takes a chosen priority for an escalation, and no move between chosen priorities', async () => {
    const priorities = ['Critical', 'High'];
    edit({ Priority: 'High' });
    expect(await keys({ priorities })).toEqual([`case-escalation-${LOGIN_LOOP}-20261120220100`]);
    expect(await keys()).toEqual([]);
    edit({ Priority: 'Critical' });
    expect(await keys({ priorities })).toEqual([`case-escalation-${LOGIN_LOOP}-20261120220100`]);
  });

  it('leaves escalated cases alone when only priorities count', async () => {
    edit({ IsEscalated: true });
    expect(await keys({ escalated: false, priorities: ['High'] })).toEqual([]);
  });

  it('says nothing of a closed case', async () => {
    edit({ IsEscalated: true });
    edit({ Status: 'Closed' });
    expect(await keys()).toEqual([]);
  });

  it('fires once per case in an org that keeps no history', async () => {
    world.salesforce.features.caseHistory = false;
    edit({ IsEscalated: true });
    const once = [`case-escalation-${LOGIN_LOOP}-new`];
    expect(await keys()).toEqual(once);
    edit({ IsEscalated: false });
    edit({ IsEscalated: true });
    expect(await keys()).toEqual(once);
  });

  it('names a case that was created as escalated after nothing but the case', async () => {
    const id = world.salesforce.insert('Case', { Subject: 'Down', IsEscalated: true });
    world.clock.advance(3 * 60_000);
    const found = await on(platform, world).notice('case_escalated');
    expect(found.find(({ record_id }) => record_id === id)).toMatchObject({
      event_key: `case-escalation-${id}-new`,
      subject: 'Down',
      is_escalated: true,
    });
  });

  it('refuses quiet hours that never end, with the field and what to do', async () => {
    const { failure, notice } = on(platform, world);
    const { kind, message } = await failure(
      notice('case_escalated', { quiet_from: '08:00', quiet_to: '08:00' }),
    );
    expect(kind).toBe('stops');
    expect(message).toBe(
      'Quiet From: it is the same as Quiet To, so the quiet hours would never end. Choose two different times.',
    );
  });
});
