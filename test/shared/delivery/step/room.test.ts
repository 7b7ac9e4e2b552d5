import { describe, expect, it } from '@jest/globals';
import { DEAL, ROOM } from '../../../crash/deal.ts';
import { inWorld, once } from '../../../crash/every-call.ts';
import { look } from '../../../crash/recover.ts';
import type { World } from '../../../sandbox/world.ts';
import { attempt, failure } from '../../operation/attempt.ts';

const LONG = `${ROOM}-${DEAL.toLowerCase()}`;
const HOUR = 3_600_000;

/** A room of the bot that somebody's earlier work left behind. */
const leftBehind = (world: World, name = ROOM) =>
  world.slack.createChannel({ name, creator: world.slack.botUserId, isPrivate: true });

/** A run that claims the delivery and gives it back, so that the next one resumes. */
async function giveBack(world: World): Promise<void> {
  world.slack.failNext('conversations.create', { error: 'internal_error' });
  await failure(attempt(world));
}

const adopted = (world: World, id: string) =>
  attempt(world).then(({ outcome, channel_id }) => ({ outcome, isAdopted: channel_id === id }));

describe('A run that resumes takes a room for its own', () => {
  it('that the bot made after the claim under the name, and that no row holds', () =>
    inWorld(async (world) => {
      await giveBack(world);
      const id = leftBehind(world);
      expect(await adopted(world, id)).toEqual({ outcome: 'delivered', isAdopted: true });
      expect(look(world)).toEqual({ rooms: [ROOM], ...once });
    }));

  it('that it finds on the second page of the bot’s rooms', () =>
    inWorld(async (world) => {
      for (let at = 0; at < 999; at += 1) leftBehind(world, `deal-${at}`);
      await giveBack(world);
      const id = leftBehind(world);
      world.slack.forget();
      expect(await adopted(world, id)).toEqual({ outcome: 'delivered', isAdopted: true });
      expect(world.slack.calls.filter(({ path }) => path.endsWith('users.conversations'))).toHaveLength(2);
    }));

  it('that has its long name rather than its short one', () =>
    inWorld(async (world) => {
      await giveBack(world);
      leftBehind(world);
      const id = leftBehind(world, LONG);
      expect(await adopted(world, id)).toEqual({ outcome: 'delivered', isAdopted: true });
    }));
});

describe('A run that resumes opens a room under its long name', () => {
  it('when the bot made the room of that name before the claim', () =>
    inWorld(async (world) => {
      const id = leftBehind(world);
      world.clock.advance(HOUR);
      await giveBack(world);
      expect(await adopted(world, id)).toEqual({ outcome: 'delivered', isAdopted: false });
      expect(look(world).rooms).toEqual([ROOM, LONG]);
    }));

  it('when a row of the ledger holds the room of that name', () =>
    inWorld(async (world) => {
      await giveBack(world);
      const id = leftBehind(world);
      world.salesforce.insert('Dealwire_Delivery__c', { Key__c: 'room-of-another-deal', Channel__c: id });
      expect(await adopted(world, id)).toEqual({ outcome: 'delivered', isAdopted: false });
      expect(look(world).rooms).toEqual([ROOM, LONG]);
    }));

  it('when somebody else made the room of that name and added the bot', () =>
    inWorld(async (world) => {
      await giveBack(world);
      const id = world.slack.createChannel({
        name: ROOM,
        creator: 'U00OPSADM1',
        isPrivate: true,
        members: ['U00OPSADM1', world.slack.botUserId],
      });
      expect(await adopted(world, id)).toEqual({ outcome: 'delivered', isAdopted: false });
      expect(look(world)).toEqual({ rooms: [LONG], ...once });
    }));
});

it('A run that does not resume lists no rooms, in however large a workspace', () =>
  inWorld(async (world) => {
    await attempt(world);
    const methods = world.slack.calls.map(({ path }) => path.split('/').at(-1));
    for (const listing of [
      'users.conversations',
      'conversations.list',
      'users.list',
      'conversations.history',
    ])
      expect(methods).not.toContain(listing);
  }));
