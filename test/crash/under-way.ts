import type { Connection } from '../../shared/delivery/connection.ts';
import type { prepareAction } from '../../shared/operation/perform-action.ts';
import { connectTo, runIn, type World } from '../sandbox/world.ts';

const runs = new WeakMap<World, Set<Promise<unknown>>>();

/** The run, known to be under way until it ends. */
export function watched<T>(world: World, run: Promise<T>): Promise<T> {
  const others = runs.get(world) ?? new Set();
  runs.set(world, others.add(run));
  const end = () => others.delete(run);
  run.then(end, end);
  return run;
}

/** Lets minutes pass once no run is under way, since no run lasts that long. */
export async function passMinutes(world: World, minutes: number): Promise<void> {
  for (let others = runs.get(world); others?.size; ) await Promise.allSettled(others);
  world.clock.advance(minutes * 60_000);
}

let processes = 0;

/** Runs an action as a new process would: with a holder of its own, and all the time it needs. */
export function asNewProcess(
  world: World,
  perform: ReturnType<typeof prepareAction>,
  inputs: Readonly<Record<string, unknown>>,
  connection: Connection = connectTo(world),
): Promise<Readonly<Record<string, unknown>>> {
  processes += 1;
  return watched(
    world,
    perform(connection, inputs, {
      ...runIn(world),
      deadline: Number.POSITIVE_INFINITY,
      holder: `run-${processes}`,
      test: false,
    }),
  );
}
