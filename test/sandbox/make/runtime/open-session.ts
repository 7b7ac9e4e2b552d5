import type { MakeApp } from '../load/app.ts';
import { createBudget, MODULE_LIMITS } from './budget.ts';
import type { Session, Variables } from './session.ts';
import type { MakeWorld } from './world.ts';

/** What a run of an app's code is given besides its parameters. */
export interface AppRun {
  readonly app: MakeApp;
  readonly world: MakeWorld;
  /** What the chosen connection holds: its inputs and stored data together. */
  readonly connection?: Variables;
  /** Laid over the common data of the app and of its connections, for secrets that no file holds. */
  readonly common?: Variables;
}

/** Starts a run of one communication; connections and webhook communications do not inherit Base. */
export function openSession(
  run: AppRun,
  file: string,
  variables: Variables,
  inheritance: 'base' | 'none' = 'base',
): Session {
  const common: Variables = { ...run.app.common.json, ...run.common };
  const base = run.app.base.json;
  const timeout =
    base.timeout ?? (typeof common.timeout === 'number' ? common.timeout : MODULE_LIMITS.timeout);
  return {
    world: run.world,
    base: inheritance === 'base' ? base : undefined,
    file,
    variables: {
      common,
      ...(run.connection === undefined ? {} : { connection: run.connection }),
      ...variables,
    },
    budget: createBudget(run.world.clock, timeout),
    temp: {},
  };
}
