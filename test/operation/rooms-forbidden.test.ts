import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startWorld, type World } from '../sandbox/world.ts';
import { dealRoom } from '../scene/deal-room.ts';
import { on, platforms } from './platform.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
  await dealRoom.happens(world);
});
afterEach(() => world.close());

describe.each(platforms)('A workspace that forbids the bot to open channels, on %s', (platform) => {
  it.each([
    ['restricted_action', 'who may open channels is under Channel Management'],
    ['cannot_create_channel', 'Workspace settings > Permissions > Channel Management'],
  ])('answers %s, the delivery stops and says who can allow it, and opens one room once it is allowed', async (error, fix) => {
    world.slack.failNext('conversations.create', { error });
    const open = () => on(platform, world).act(dealRoom.action, dealRoom.inputs);
    const { kind, message } = await on(platform, world).failure(open());
    expect(kind).toBe('stops');
    expect(message).toContain(`Slack refused conversations.create: ${error}.`);
    expect(message).toContain(fix);
    const rooms = () => world.slack.channels().filter(({ name }) => name.startsWith('deal-acme'));
    expect(rooms()).toEqual([]);
    world.clock.advance(11 * 60_000);
    expect(await open()).toMatchObject({ outcome: 'delivered', already_delivered: false });
    expect(rooms()).toHaveLength(1);
  });
});
