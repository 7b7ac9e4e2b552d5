import { describe, expect, it } from '@jest/globals';
import { readChangeEvent } from '../../../shared/receive/change-event.ts';
import { DEAL, INPUTS, ROOM } from '../../crash/deal.ts';
import { inWorld, once } from '../../crash/every-call.ts';
import { look } from '../../crash/recover.ts';
import { sampleId } from '../../sandbox/salesforce/sample-org/sample-id.ts';
import type { World } from '../../sandbox/world.ts';
import { attempt, briefingOf, complaint, failure, roomOf } from './attempt.ts';

const noRoom = { rooms: [], briefings: 0, members: 0, pins: 0, bookmarks: 0, chatterPosts: 0 };

/** Wins another deal of the sample org and opens its room. */
async function winAndOpen(world: World, number: number, more: Readonly<Record<string, unknown>> = {}) {
  const record_id = sampleId('006', number);
  world.salesforce.update('Opportunity', record_id, { StageName: 'Closed Won' });
  return attempt(world, { record_id, event_key: `deal-room-${record_id}-new`, ...more });
}

describe('A deal that is not in a chosen stage', () => {
  it('gets no room, and one when it is really won later', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { StageName: 'Negotiation/Review' });
      const left = await attempt(world);
      expect(left).toMatchObject({ outcome: 'left', already_delivered: false, warnings: [] });
      expect(left).not.toHaveProperty('channel_id');
      expect(look(world)).toEqual({ ...noRoom, openRows: 1 });

      world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Won' });
      const won = await attempt(world, { event_key: `deal-room-${DEAL}-20261120220000` });
      expect(won).toMatchObject({ outcome: 'delivered' });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('stays left when the same run is repeated', () =>
    inWorld(async (world) => {
      await attempt(world, { stages: ['No such stage'] });
      expect(await attempt(world, { stages: ['No such stage'] })).toMatchObject({
        outcome: 'left',
        already_delivered: true,
      });
      expect(look(world)).toMatchObject(noRoom);
    }));

  it('gets no room, and costs no claim, when the event key is left to Dealwire', () =>
    inWorld(async (world) => {
      const result = await attempt(world, { stages: ['No such stage'], event_key: '' });
      expect(result).toEqual({
        outcome: 'left',
        already_delivered: false,
        record_id: DEAL,
        members: [],
        not_added: [],
        warnings: [],
      });
      expect(look(world)).toEqual({ ...noRoom, openRows: 0 });
    }));

  it('keeps to itself the room that it got when it was won before', () =>
    inWorld(async (world) => {
      await attempt(world);
      world.salesforce.update('Opportunity', DEAL, { StageName: 'Negotiation/Review' });
      const left = await attempt(world, { event_key: `deal-room-${DEAL}-later` });
      expect(left).toMatchObject({ outcome: 'left' });
      expect(left).not.toHaveProperty('channel_id');
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

describe('A record id', () => {
  it.each([
    ['', /^Opportunity ID: it is empty\. /],
    ['001Hs00000AcmeCIAR', /^Opportunity ID: .*(another object|not a record id)/],
    ['006Hs00000BkXyzIAA', /^Opportunity ID: .*checksum is wrong\. .*Record ID of the trigger/],
    ['Acme Q3 Enterprise', /^Opportunity ID: .*not a record id/],
  ])('that reads "%s" is refused before any call, naming the input and what to map', (record_id, text) =>
    inWorld(async (world) => {
      expect(await complaint(attempt(world, { record_id }))).toMatch(text);
      expect(world.salesforce.calls).toEqual([]);
      expect(world.slack.calls).toEqual([]);
    }));

  it('of another object, with the right checksum, is told apart', () =>
    inWorld(async (world) => {
      expect(await complaint(attempt(world, { record_id: sampleId('001', 1) }))).toMatch(
        /^Opportunity ID: .*another object, not of an Opportunity/,
      );
    }));

  it('of 15 characters means the same room as that of 18', () =>
    inWorld(async (world) => {
      await attempt(world, { record_id: DEAL.slice(0, 15) });
      expect(await attempt(world)).toMatchObject({ outcome: 'already_delivered', record_id: DEAL });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});

it.each([
  ['delivery_name', 'Delivery Name: it has 81 characters, more than 80.', 81],
  ['event_key', 'Event Key: it has 161 characters, more than 160.', 161],
])('A text in %s that no key holds is refused before any call', (key, message, length) =>
  inWorld(async (world) => {
    expect(await failure(attempt(world, { [key]: 'x'.repeat(length) }))).toMatchObject({ message });
    expect(world.salesforce.calls).toEqual([]);
    const fits = { [key]: 'x'.repeat(length - 1) };
    expect(await attempt(world, fits)).toMatchObject({ outcome: 'delivered', warnings: [] });
  }));

it('A deal deleted between trigger and action ends in an error with its id, not its key', () =>
  inWorld(async (world) => {
    world.salesforce.remove('Opportunity', DEAL);
    const error = await failure(attempt(world));
    expect(error).toMatchObject({
      code: 'dealwire_record_not_found',
      message: `Salesforce shows no Opportunity with the id ${DEAL}.`,
    });
    expect(error.fix).toContain('integration user');
    expect(look(world)).toMatchObject(noRoom);
    expect(await failure(attempt(world))).toMatchObject({ code: 'dealwire_record_not_found' });
  }));

it('An event with three record ids is three deliveries with three keys', () =>
  inWorld(async (world) => {
    const numbers = [211, 214, 215];
    for (const number of numbers)
      world.salesforce.update('Opportunity', sampleId('006', number), { StageName: 'Closed Won' });
    const { recordIds } = readChangeEvent(
      JSON.stringify({
        ChangeEventHeader: {
          entityName: 'Opportunity',
          changeType: 'UPDATE',
          recordIds: numbers.map((number) => sampleId('006', number)),
          changedFields: ['StageName'],
        },
        StageName: 'Closed Won',
      }),
    );
    const keys: unknown[] = [];
    for (const record_id of recordIds)
      keys.push((await attempt(world, { event_key: undefined, record_id })).event_key);
    expect(new Set(keys).size).toBe(3);
    expect(look(world).rooms).toHaveLength(3);
    expect(world.slack.messages().filter(({ user }) => user === world.slack.botUserId)).toHaveLength(3);
  }));

describe('The room of a deal', () => {
  it('with an account of 300 emoji has a short name and a card that Slack takes', () =>
    inWorld(async (world) => {
      expect(await winAndOpen(world, 215)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(roomOf(world).name).toMatch(/^[a-z0-9-]{1,80}$/);
      expect(roomOf(world).topic.length).toBeLessThanOrEqual(250);
      expect(look(world)).toMatchObject({ briefings: 1, pins: 1, bookmarks: 1 });
    }));

  it('without an account shows an em dash', () =>
    inWorld(async (world) => {
      expect(await winAndOpen(world, 214)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(briefingOf(world)).toContain('*Account*\n—');
      expect(roomOf(world).name).toBe('deal-q4');
    }));

  it('has a topic that reads as the record does, markup and all', () =>
    inWorld(async (world) => {
      await winAndOpen(world, 211);
      expect(roomOf(world).topic).toContain('<!channel> "mega" & more');
      expect(briefingOf(world)).toContain('&lt;!channel&gt; Holdings');
    }));

  it.each([
    ['🎉🎉', `room-${DEAL.toLowerCase()}`],
    ['{segment}', `room-${DEAL.toLowerCase()}`],
    ['---', `room-${DEAL.toLowerCase()}`],
    ['{unknown}', 'unknown'],
    [`{name}-${'x'.repeat(300)}`, /^acme-q3-enterprise-x{61}$/],
  ])('called by the pattern "%s" has a name that Slack takes', (channel_pattern, name) =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { Type: null });
      await attempt(world, { channel_pattern, segment_field: 'Type' });
      expect(roomOf(world).name).toEqual(typeof name === 'string' ? name : expect.stringMatching(name));
      expect(look(world)).toMatchObject(once);
    }));

  it.each([false, true])('gets its long name when the name is taken (archived: %s)', (archived) =>
    inWorld(async (world) => {
      world.slack.createChannel({ name: ROOM, creator: 'U00OPSADM1', archived });
      expect(await attempt(world)).toMatchObject({ outcome: 'delivered', warnings: [] });
      expect(look(world)).toEqual({ rooms: [`${ROOM}-${DEAL.toLowerCase()}`], ...once });
    }));

  it('whose long name is taken too ends in an error that says what to rename', () =>
    inWorld(async (world) => {
      for (const name of [ROOM, `${ROOM}-${DEAL.toLowerCase()}`])
        world.slack.createChannel({ name, creator: 'U00OPSADM1' });
      expect(await complaint(attempt(world))).toMatch(/name_taken.*Rename/);
      expect(look(world)).toMatchObject(noRoom);
      expect(await attempt(world, { channel_pattern: 'other-{name}' })).toMatchObject({
        outcome: 'delivered',
      });
    }));

  it('is one, under one name, for inputs that repeat what others say', () =>
    inWorld(async (world) => {
      await attempt(world, { ...INPUTS, emails: ['kim@acme.example', 'KIM@acme.example '] });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));
});
