import type { World } from '../sandbox/world.ts';
import type { CrashPoint } from './crash.ts';
import { wonDeal } from './deal.ts';

/** More calls than any run makes. */
const MOST_CALLS = 60;

/** What people see once when everything went well; the room's name apart. */
export const once = { briefings: 1, members: 4, pins: 1, bookmarks: 1, chatterPosts: 1, openRows: 0 };

/** Runs a scenario for a process that dies before, and one that dies after, each of its calls; returns how many died. */
export async function atEveryCall(scenario: (point: CrashPoint) => Promise<boolean>): Promise<number> {
  let deaths = 0;
  for (let call = 0; call < MOST_CALLS; call += 1) {
    const died = [await scenario({ call, when: 'before' }), await scenario({ call, when: 'after' })];
    deaths += died.filter(Boolean).length;
    if (!died.includes(true)) return deaths;
  }
  throw new Error('A run makes more calls than expected.');
}

/** As `atEveryCall`, but each process dies once only, before a call or after it in turn, and at one call of every `of`. */
export function atSomeCalls(from: number, of: number): typeof atEveryCall {
  return async (scenario) => {
    let deaths = 0;
    for (let call = from; call < MOST_CALLS; call += of) {
      const when = (call - from) % (2 * of) === 0 ? 'after' : 'before';
      if (!(await scenario({ call, when }))) return deaths;
      deaths += 1;
    }
    throw new Error('A run makes more calls than expected.');
  };
}

/** Runs a scenario in a world of its own in which the deal has just been won. */
export async function inWorld<T>(scenario: (world: World) => Promise<T>): Promise<T> {
  const world = await wonDeal();
  try {
    return await scenario(world);
  } finally {
    await world.close();
  }
}
