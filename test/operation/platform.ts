import { join } from 'node:path';
import zapierApp from '../../zapier-app/index.ts';
import { watched } from '../crash/under-way.ts';
import { MakeError } from '../sandbox/make/error.ts';
import { loadMakeApp } from '../sandbox/make/load-make-app.ts';
import { runModule } from '../sandbox/make/run-module.ts';
import { runEpoch, runTrigger, startState, type TriggerState } from '../sandbox/make/run-trigger.ts';
import type { AppRun } from '../sandbox/make/runtime/open-session.ts';
import { parametersOf } from '../sandbox/make/scenario/run-app-module.ts';
import { accountVariables, makeWorldOf } from '../sandbox/make-account.ts';
import type { World } from '../sandbox/world.ts';
import { settingsFor, storedValuesOf } from '../sandbox/zapier/account.ts';
import { toFailure } from '../sandbox/zapier/failure.ts';
import { sourceRuntime } from '../sandbox/zapier/source-runtime.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a platform makes of an error. */
export interface Failed {
  /** `repeats` when the platform runs the step again by itself, `stops` when a person must do something. */
  readonly kind: 'repeats' | 'stops';
  /** The text that the editor shows. */
  readonly message: string;
}

/** The pack on one platform, connected to a world: operations are named by their keys. */
export interface OnPlatform {
  /** Runs an action once; `test` is a run from the editor, where the platform tells one. */
  act(action: string, inputs: Values, options?: { readonly test?: boolean }): Promise<Values>;
  /** Runs a search once. */
  find(search: string, inputs: Values): Promise<readonly Values[]>;
  /** Polls a trigger that has seen nothing yet, for events of any age, oldest first. */
  notice(trigger: string, inputs?: Values): Promise<readonly Values[]>;
  /** The error that a run ends with. Throws when it ends well. */
  failure(run: Promise<unknown>): Promise<Failed>;
}

/** The platforms under test. */
export const platforms = ['zapier', 'make'] as const;

/** The pack on a platform, connected to a world. */
export function on(platform: (typeof platforms)[number], world: World): OnPlatform {
  return { zapier: onZapier, make: onMake }[platform](world);
}

const app = loadMakeApp(join(import.meta.dirname, '..', '..', 'make-app', 'app'));

function onZapier(world: World): OnPlatform {
  const runtime = sourceRuntime(zapierApp, settingsFor(world));
  const execute = async (path: string, inputData: Values, meta: Values = {}) =>
    (await runtime).execute(`${path}.operation.perform`, {
      inputData,
      meta,
      authData: storedValuesOf(world),
    });
  return {
    act: (action, inputs, { test = false } = {}) =>
      watched(world, execute(`creates.${action}`, inputs, { isLoadingSample: test })) as Promise<Values>,
    find: (search, inputs) => execute(`searches.${search}`, inputs) as Promise<readonly Values[]>,
    notice: async (trigger, inputs = {}) => {
      const found = await execute(`triggers.${trigger}`, inputs, { isPopulatingDedupe: true });
      return (found as readonly Values[]).toReversed();
    },
    failure: async (run) => {
      const { kind, message } = toFailure(await thrownBy(run));
      return { kind: kind === 'throttled' || kind === 'refresh' ? 'repeats' : 'stops', message };
    },
  };
}

function onMake(world: World): OnPlatform {
  const run = (operation: string, inputs: Values) =>
    runModule(makeRun(world), moduleId(operation), boundOnMake(operation, inputs));
  return {
    act: async (action, inputs) => (await watched(world, run(action, inputs)))[0] ?? {},
    find: run,
    notice: async (trigger, inputs = {}) =>
      (await pollOnMake(world, trigger, inputs, startState('all', world.clock.now()))).bundles,
    failure: async (running) => {
      const error = await thrownBy(running);
      if (!(error instanceof MakeError)) throw error;
      const repeats = error.type === 'ConnectionError' || error.type === 'RateLimitError';
      return { kind: repeats ? 'repeats' : 'stops', message: error.message };
    },
  };
}

/** Polls a trigger of the generated app from a state, with a limit that cuts nothing off. */
export function pollOnMake(world: World, trigger: string, inputs: Values, state: TriggerState) {
  return runTrigger(
    makeRun(world),
    moduleId(trigger),
    boundOnMake(trigger, { limit: 1000, ...inputs }),
    state,
  );
}

/** What "Choose where to start" offers for a trigger of the generated app, newest first. */
export function startsOnMake(world: World, trigger: string, inputs: Values = {}) {
  return runEpoch(makeRun(world), moduleId(trigger), boundOnMake(trigger, { limit: 10, ...inputs }));
}

function makeRun(world: World): AppRun {
  return { app, world: makeWorldOf(world), connection: accountVariables(world) };
}

/** The parameters of a module of the generated app, as a scenario makes them of its filled fields. */
function boundOnMake(operation: string, inputs: Values): Values {
  const module = app.modules.get(moduleId(operation));
  if (module === undefined) throw new Error(`The app has no module "${moduleId(operation)}".`);
  return parametersOf(module, inputs);
}

function moduleId(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function thrownBy(run: Promise<unknown>): Promise<unknown> {
  const end = await run.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ('error' in end) return end.error;
  throw new Error(`It ended well: ${JSON.stringify(end.result)}`);
}
