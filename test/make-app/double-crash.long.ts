import { expect, it } from '@jest/globals';
import type { CrashPoint } from '../crash/crash.ts';
import { deliver, ROOM, type RoomResult } from '../crash/deal.ts';
import { atEveryCall, inWorld, once } from '../crash/every-call.ts';
import { look, untilDelivered as untilDeliveredOnZapier } from '../crash/recover.ts';
import { passMinutes } from '../crash/under-way.ts';
import type { World } from '../sandbox/world.ts';
import { deliverOnMake, untilDelivered } from './make.ts';

/** A module whose run dies at one request, counted from 0 over all its runs; `died` says whether one has. */
interface Mortal {
  died: boolean;
  readonly run: () => Promise<RoomResult>;
}

/** Unlike `dieAt`, it leaves the requests of other processes alone, and later runs of the module live. */
function mortal(world: World, { call, when }: CrashPoint): Mortal {
  let seen = 0;
  const state: Mortal = {
    died: false,
    run: () => {
      let dead = false;
      const send: typeof fetch = async (...request) => {
        if (dead) throw new TypeError('The run is dead.');
        dead = seen === call;
        seen += 1;
        state.died ||= dead;
        if (!dead) return fetch(...request);
        if (when === 'after') await (await fetch(...request)).arrayBuffer();
        throw new TypeError('The run died.');
      };
      return deliverOnMake(world, {}, {}, send);
    },
  };
  return state;
}

/**
 * Lets a run die at every request, and then, in one world each, one of Make's retries at every request they make; of
 * the second points every `stride`th call is taken. Returns the number of worlds in which two runs died.
 */
async function dieTwice(
  stride: number,
  recover: (world: World, retry: () => Promise<RoomResult>) => Promise<unknown>,
): Promise<number> {
  let deaths = 0;
  await atEveryCall(async (first) => {
    let firstDied = false;
    await atEveryCall((second) => {
      if ((first.call + second.call) % stride !== 0) return Promise.resolve(true);
      return inWorld(async (world) => {
        const before = mortal(world, first);
        await before.run().catch(() => undefined);
        firstDied = before.died;
        const after = mortal(world, second);
        await recover(world, after.run);
        expect({ first, second, ...look(world) }).toEqual({ first, second, rooms: [ROOM], ...once });
        if (firstDied && after.died) deaths += 1;
        return after.died;
      });
    });
    return firstDied;
  });
  return deaths;
}

it('Two runs of a module that die one after the other, each at any request, leave one room, one briefing and all members', async () => {
  const deaths = await dieTwice(2, async (world, retry) => {
    await passMinutes(world, 1);
    await untilDelivered(world, retry, 1);
  });
  process.stderr.write(`double crashes on Make: ${deaths}\n`);
  expect(deaths).toBeGreaterThan(300);
}, 900_000);

it('Two runs of a module that die one after the other beside a Zapier delivery of the same event leave one room and one briefing', async () => {
  const deaths = await dieTwice(3, (world, retry) =>
    Promise.all([
      passMinutes(world, 1).then(() => untilDelivered(world, retry, 1)),
      untilDeliveredOnZapier(world, () => deliver(world)),
    ]),
  );
  process.stderr.write(`double crashes on Make beside Zapier: ${deaths}\n`);
  expect(deaths).toBeGreaterThan(50);
}, 900_000);
