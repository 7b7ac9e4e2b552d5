import { expect, it } from '@jest/globals';
import { ROOM } from './deal.ts';
import { inWorld, once } from './every-call.ts';
import { deliverInProcess, killAtCall } from './kill.ts';
import { look } from './recover.ts';

const LEASE_OVER = 11 * 60_000;

it('Delivering the same event twice, each time in a process of its own, leaves one room and one briefing', () =>
  inWorld(async (world) => {
    const first = await deliverInProcess(world);
    const second = await deliverInProcess(world);
    expect([first.outcome, second.outcome]).toEqual(['delivered', 'already_delivered']);
    expect(second.channel_id).toBe(first.channel_id);
    expect(look(world)).toEqual({ rooms: [ROOM], ...once });
  }));

it.each([5, 8])('A process killed at its call %i leaves the room to be completed by the next', (call) =>
  inWorld(async (world) => {
    expect(await killAtCall(world, call)).toBe(true);
    world.clock.advance(LEASE_OVER);
    await deliverInProcess(world);
    expect(look(world)).toEqual({ rooms: [ROOM], ...once });
  }));
