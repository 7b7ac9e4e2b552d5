import type { Fault } from '../sandbox/serve.ts';
import type { World } from '../sandbox/world.ts';

/** Where a process dies: before or after the effect of its nth call, counted over both services from 0. */
export interface CrashPoint {
  readonly call: number;
  readonly when: 'before' | 'after';
}

/**
 * Lets the process that calls now die at a point: from then on none of its calls has an effect.
 * Returns whether it died. The next process starts with its next call.
 */
export async function dieAt(
  world: World,
  { call, when }: CrashPoint,
  process: () => Promise<unknown>,
): Promise<boolean> {
  let seen = 0;
  let dead = false;
  const intercept = (): Fault | undefined => {
    if (dead) return 'before';
    dead = seen === call;
    seen += 1;
    return dead ? when : undefined;
  };
  world.salesforce.intercept(intercept);
  world.slack.intercept(intercept);
  await process().catch(() => undefined);
  world.salesforce.intercept(undefined);
  world.slack.intercept(undefined);
  return dead;
}
