import type { World } from '../sandbox/world.ts';
import type { CallFault } from './faults.ts';

/** What became of a run of which a call met a fault. */
export interface Met {
  /** The run made so many calls. */
  readonly reached: boolean;
  /** The fault can happen to that call. */
  readonly met: boolean;
  /** What the run returned, if it ended well. */
  readonly result?: { readonly warnings?: readonly unknown[] };
}

/** Lets the nth call of a run meet a fault, counted over both services from 0. */
export async function meetAt(
  world: World,
  call: number,
  fault: CallFault,
  run: () => Promise<Readonly<Record<string, unknown>>>,
): Promise<Met> {
  let seen = 0;
  let met = false;
  const intercept = (each: Parameters<CallFault['meets']>[0]) => {
    if (seen++ !== call) return undefined;
    const fate = fault.meets(each);
    met = fate !== undefined;
    return fate;
  };
  world.salesforce.intercept(intercept);
  world.slack.intercept(intercept);
  const result = await run().catch(() => undefined);
  world.salesforce.intercept(undefined);
  world.slack.intercept(undefined);
  return { reached: seen > call, met, ...(result === undefined ? {} : { result }) };
}
