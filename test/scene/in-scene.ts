import { startWorld, type World } from '../sandbox/world.ts';
import type { Scene } from './scene.ts';

/** Runs a scenario in a world of its own in which the event of the scene has just happened. */
export async function inScene<T>({ happens }: Scene, scenario: (world: World) => Promise<T>): Promise<T> {
  const world = await startWorld();
  try {
    await happens(world);
    return await scenario(world);
  } finally {
    await world.close();
  }
}
