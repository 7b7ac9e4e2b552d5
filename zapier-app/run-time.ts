import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../shared/delivery/run.ts';
import { now } from './environment.ts';

/** Milliseconds of a run after which no further write starts; Zapier ends a run after 30 seconds. */
const RUN_TIME = 25_000;

/** The clock of a run that starts now. */
export function startRun(): Pick<Context, 'now' | 'sleep' | 'deadline'> {
  return { now, sleep: (milliseconds) => sleep(milliseconds), deadline: now() + RUN_TIME };
}
