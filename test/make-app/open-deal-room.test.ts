import { describe, expect, it } from '@jest/globals';
import { REQUEST_LIMIT } from '../../make-app/delivery/request-limit.ts';
import { dieAt } from '../crash/crash.ts';
import { DEAL, deliver, ROOM } from '../crash/deal.ts';
import { inWorld, once } from '../crash/every-call.ts';
import { look } from '../crash/recover.ts';
import { MakeError } from '../sandbox/make/error.ts';
import type { World } from '../sandbox/world.ts';
import { deliverOnMake } from './make.ts';

const callsOf = ({ salesforce, slack }: World) => salesforce.calls.length + slack.calls.length;

/** The room's messages with what differs between two runs taken out. */
function messagesOf(world: World) {
  const [room] = world.slack.channels().filter(({ creator }) => creator === world.slack.botUserId);
  return room === undefined ? [] : world.slack.messages(room.id);
}

async function failureOf(run: Promise<unknown>): Promise<MakeError> {
  const failure = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof MakeError) return failure;
  throw failure ?? new Error('The module did not fail.');
}

describe('The generated module Open Deal Room', () => {
  it('opens the room that Zapier opens, with the same blocks and the same result, at the same price.', () =>
    inWorld((make) =>
      inWorld(async (zapier) => {
        const onMake = await deliverOnMake(make);
        const onZapier = await deliver(zapier);
        expect(look(make)).toEqual({ rooms: [ROOM], ...once });
        expect(onMake).toEqual(onZapier);
        const [ours] = messagesOf(make);
        const [theirs] = messagesOf(zapier);
        const withoutHost = (said: unknown) =>
          JSON.stringify(said).replaceAll(zapier.salesforce.url, make.salesforce.url);
        expect(JSON.parse(withoutHost(ours?.blocks))).toEqual(JSON.parse(withoutHost(theirs?.blocks)));
        expect(withoutHost(ours?.text)).toBe(withoutHost(theirs?.text));
        expect(make.salesforce.apiCalls).toBe(3);
        expect(callsOf(make)).toBe(callsOf(zapier));
      }),
    ));

  it('does nothing the second time and says so.', () =>
    inWorld(async (world) => {
      const first = await deliverOnMake(world);
      world.slack.forget();
      const second = await deliverOnMake(world);
      expect(second).toMatchObject({
        outcome: 'already_delivered',
        already_delivered: true,
        channel_id: first.channel_id,
        message_ts: first.message_ts,
      });
      expect(world.slack.calls).toHaveLength(0);
    }));

  it('takes a name with the record id when the other is taken.', () =>
    inWorld(async (world) => {
      world.slack.createChannel({ name: ROOM, creator: 'U00OPSADM1', isPrivate: true });
      await deliverOnMake(world);
      expect(look(world).rooms).toEqual([`${ROOM}-${DEAL.toLowerCase()}`]);
    }));

  it('names people whom Slack does not know, and opens the room without them.', () =>
    inWorld(async (world) => {
      const emails = ['nobody@acme.example', ' NOBODY@acme.example ', ''];
      const result = await deliverOnMake(world, { emails });
      expect(result.not_added).toEqual(['nobody@acme.example']);
      expect(look(world).rooms).toEqual([ROOM]);
    }));

  it('looks up ten people, and names those after them.', () =>
    inWorld(async (world) => {
      const emails = Array.from({ length: 10 }, (_, at) => `person${at}@acme.example`);
      world.slack.forget();
      const { not_added } = await deliverOnMake(world, { emails });
      expect(world.slack.calls.filter(({ path }) => path.includes('lookupByEmail'))).toHaveLength(10);
      expect(not_added).toEqual([...emails.slice(0, 7), 'everybody after the first 10']);
    }));

  it('closes a delivery whose deal has left the stages meanwhile, without a word in Slack.', () =>
    inWorld(async (world) => {
      world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Lost' });
      const result = await deliverOnMake(world);
      expect(result).toMatchObject({ outcome: 'left', already_delivered: false });
      expect(world.slack.calls).toHaveLength(0);
      expect(look(world).openRows).toBe(1);
    }));

  it('completes a record id of 15 characters, trims texts and fills in defaults.', () =>
    inWorld(async (world) => {
      const result = await deliverOnMake(world, {
        record_id: ` ${DEAL.slice(0, 15)} `,
        channel_pattern: '  ',
        is_private: undefined,
      });
      expect(result.record_id).toBe(DEAL);
      expect(look(world).rooms).toEqual([ROOM]);
    }));

  it.each([
    ['record_id', '001Hs00000BkXyzIAF', 'Opportunity ID'],
    ['record_id', '', 'Opportunity ID'],
    ['locale', 'xx-XX', 'Number and Date Format'],
    ['if_unsure', 'maybe', 'If Unsure'],
    ['emails', Array.from({ length: 11 }, (_, at) => `p${at}@acme.example`), 'More People'],
    ['extra_fields', Array.from({ length: 9 }, () => 'Name'), 'Extra Fields'],
  ])('refuses a wrong %s before anything is claimed, as bad data that names the input.', (key, value, label) =>
    inWorld(async (world) => {
      const failure = await failureOf(deliverOnMake(world, { [key]: value }));
      expect(failure.type).toBe('DataError');
      expect(failure.message).toContain(`${label}: `);
      expect(world.salesforce.apiCalls).toBe(0);
      expect(world.salesforce.records('Dealwire_Delivery__c')).toHaveLength(0);
    }));

  it('asks Make to run it again while another run holds the delivery.', () =>
    inWorld(async (world) => {
      await deliverOnMake(world);
      const [row] = world.salesforce
        .records('Dealwire_Delivery__c')
        .filter(({ Key__c }) => String(Key__c).startsWith('deal-room-'));
      world.salesforce.update('Dealwire_Delivery__c', String(row?.Id), {
        Status__c: 'claimed',
        Holder__c: 'somebody else',
      });
      const failure = await failureOf(deliverOnMake(world));
      expect(failure.type).toBe('ConnectionError');
      expect(failure.message).toContain('Another run holds the delivery');
    }));

  it('fails as bad data when the record is gone.', () =>
    inWorld(async (world) => {
      world.salesforce.remove('Opportunity', DEAL);
      const failure = await failureOf(deliverOnMake(world));
      expect(failure.type).toBe('DataError');
      expect(failure.message).toContain(`Salesforce shows no Opportunity with the id ${DEAL}.`);
    }));

  it('stops the scenario for a token that Slack no longer accepts.', () =>
    inWorld(async (world) => {
      const failure = await failureOf(deliverOnMake(world, {}, { slackBotToken: 'xoxb-wrong' }));
      expect(failure.type).toBe('InvalidAccessTokenError');
      expect(failure.message).toContain('Reconnect the Dealwire connection');
    }));

  it('asks Make to come back for a session that has expired.', () =>
    inWorld(async (world) => {
      const failure = await failureOf(deliverOnMake(world, {}, { accessToken: 'expired' }));
      expect(failure.type).toBe('ConnectionError');
      expect(failure.message).toContain('The Salesforce session has expired.');
    }));

  it('names a field that the org does not have, and stops the scenario.', () =>
    inWorld(async (world) => {
      const failure = await failureOf(deliverOnMake(world, { arr_field: 'Nowhere__c' }));
      expect(failure.type).toBe('InvalidConfigurationError');
      expect(failure.message).toContain('Nowhere__c');
    }));

  it('works the event key out when none is mapped, with one more call.', () =>
    inWorld(async (world) => {
      const result = await deliverOnMake(world, { event_key: '' });
      expect(result.event_key).toMatch(new RegExp(`^deal-room-${DEAL}-`));
      expect(world.salesforce.apiCalls).toBe(4);
      world.salesforce.update('Opportunity', DEAL, { StageName: 'Closed Lost' });
      const left = await deliverOnMake(world, { event_key: '', stages: [] });
      expect(left).toMatchObject({ outcome: 'left', already_delivered: false });
      expect(world.salesforce.apiCalls).toBe(5);
    }));

  it('opens the room without the team in an org that has none.', () =>
    inWorld(async (world) => {
      Object.assign(world.salesforce.features, { opportunityTeams: false });
      const result = await deliverOnMake(world);
      expect(result.outcome).toBe('delivered');
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('opens the room and says so when it may not announce it.', () =>
    inWorld(async (world) => {
      const channel = world.slack.createChannel({ name: 'wins', creator: 'U00OPSADM1', isPrivate: true });
      const result = await deliverOnMake(world, { announce_channel: channel });
      expect(result.warnings).toEqual([expect.stringContaining('Announcement: Slack did not do it')]);
      expect(world.salesforce.apiCalls).toBe(3);
    }));

  it('asks Make to come back when Slack is busy, and completes the room then.', () =>
    inWorld(async (world) => {
      world.slack.failNext('conversations.invite', { status: 429, retryAfter: 30 });
      expect((await failureOf(deliverOnMake(world))).type).toBe('RateLimitError');
      world.clock.advance(11 * 60_000);
      world.slack.failNext('bookmarks.list', { status: 503 });
      expect((await failureOf(deliverOnMake(world))).type).toBe('ConnectionError');
      world.clock.advance(11 * 60_000);
      world.slack.failNext('conversations.setTopic', { error: 'internal_error' });
      expect((await failureOf(deliverOnMake(world))).type).toBe('ConnectionError');
      world.clock.advance(11 * 60_000);
      await deliverOnMake(world);
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it.each([
    ['made by a run that died', false],
    ['with its short name taken', true],
  ])('makes at most 30 requests, even resumed for ten people, %s.', (_, isTaken) =>
    inWorld(async (world) => {
      if (isTaken) world.slack.createChannel({ name: ROOM, creator: 'U00OPSADM1', isPrivate: true });
      const announce = world.slack.createChannel({
        name: 'wins',
        creator: world.slack.botUserId,
        isPrivate: false,
      });
      const more = {
        event_key: '',
        announce_channel: announce,
        emails: Array.from({ length: 10 }, (_person, at) => `person${at}@acme.example`),
        fallback_email: 'kim@acme.example',
      };
      let most = 0;
      for (let call = 0; call < 40; call += 1) {
        await dieAt(world, { call, when: 'after' }, () => deliverOnMake(world, more));
        most = Math.max(most, callsOf(world));
        world.salesforce.forget();
        world.slack.forget();
        world.clock.advance(11 * 60_000);
      }
      expect(most).toBeGreaterThan(18);
      expect(most).toBeLessThanOrEqual(REQUEST_LIMIT);
    }));
});
