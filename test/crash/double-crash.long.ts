import { expect, it } from '@jest/globals';
import { dieAt } from './crash.ts';
import { deliver, ROOM } from './deal.ts';
import { atEveryCall, inWorld, once } from './every-call.ts';
import { look, untilDelivered } from './recover.ts';

const LEASE_OVER = 11 * 60_000;

it('Two processes that die one after the other, each at any call, leave one room, one briefing and all members', async () => {
  let runs = 0;
  await atEveryCall(async (first) => {
    let firstDied = false;
    await atEveryCall((second) =>
      inWorld(async (world) => {
        firstDied = await dieAt(world, first, () => deliver(world));
        world.clock.advance(LEASE_OVER);
        const died = await dieAt(world, second, () => deliver(world));
        world.clock.advance(LEASE_OVER);
        await untilDelivered(world, () => deliver(world));
        expect({ first, second, ...look(world) }).toEqual({ first, second, rooms: [ROOM], ...once });
        runs += 1;
        return died;
      }),
    );
    return firstDied;
  });
  process.stderr.write(`double crashes: ${runs}\n`);
}, 900_000);
