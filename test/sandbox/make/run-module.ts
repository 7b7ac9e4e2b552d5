import { isCollection } from '../iml/value.ts';
import { MakeAppError, MakeError } from './error.ts';
import type { MakeModule } from './load/app.ts';
import { stepsOf } from './load/inspect-module.ts';
import { refuse } from './refuse.ts';
import { type Collected, collect } from './runtime/collect.ts';
import { limitOf } from './runtime/limit.ts';
import { type AppRun, openSession } from './runtime/open-session.ts';
import { runChain } from './runtime/run-chain.ts';
import type { Session, Variables } from './runtime/session.ts';

/** One bundle. */
export type Bundle = Readonly<Record<string, unknown>>;

/**
 * Runs an action, universal or search module once: an action emits exactly one bundle, a search any number.
 * Throws MakeError as the module fails on Make, and a refusal for what Make's documents leave open.
 */
export async function runModule(run: AppRun, id: string, parameters: Variables): Promise<readonly Bundle[]> {
  const module = moduleOf(run, id, ['action', 'universal', 'search']);
  const session = openSession(run, module.communication.file, { parameters });
  return runSteps(session, module);
}

/** Runs an instant trigger for one item of its webhook. Throws as `runModule`. */
export async function runInstantTrigger(
  run: AppRun,
  id: string,
  parameters: Variables,
  payload: unknown,
): Promise<readonly Bundle[]> {
  const module = moduleOf(run, id, ['instant_trigger']);
  if (Object.keys(module.communication.json).length === 0)
    return [onlyCollection(payload, module.communication.file)];
  const session = openSession(run, module.communication.file, { parameters, payload });
  return runSteps(session, module);
}

/** The module of an app by its id; throws MakeAppError when there is none of these types. */
export function moduleOf(run: AppRun, id: string, types: readonly MakeModule['type'][]): MakeModule {
  const module = run.app.modules.get(id);
  if (module === undefined)
    throw new MakeAppError(
      `The app has no module "${id}". It has ${[...run.app.modules.keys()].join(', ')}.`,
    );
  if (!types.includes(module.type))
    throw new MakeAppError(`The module "${id}" is of type ${module.type}; expected ${types.join(' or ')}.`);
  return module;
}

async function runSteps(session: Session, module: MakeModule): Promise<readonly Bundle[]> {
  const steps = stepsOf(module.communication.json);
  const limit =
    module.type === 'search'
      ? limitOf(session, steps.at(-1)?.response, Number.POSITIVE_INFINITY)
      : Number.POSITIVE_INFINITY;
  const end = await runChain(session, steps, (pages, step, place) =>
    collect(session, step, pages, limit, place),
  );
  const result: Collected = end.kind === 'done' ? end.value : { kind: 'value', value: end.value };
  return module.type === 'search'
    ? searchBundles(result, session.file).slice(0, limit)
    : [oneBundle(result, session.file)];
}

function oneBundle(result: Collected, file: string): Bundle {
  if (result.kind === 'list' || Array.isArray(result.value))
    throw new MakeError('RuntimeError', 'Invalid module output. Expected Object, but found Array.');
  return onlyCollection(result.value, file);
}

function onlyCollection(value: unknown, file: string): Bundle {
  return isCollection(value) ? value : refuse('output-missing', file);
}

function searchBundles(result: Collected, file: string): readonly Bundle[] {
  const values =
    result.kind === 'list' ? result.values : Array.isArray(result.value) ? result.value : [result.value];
  return values.filter((value) => value !== null).map((value) => onlyCollection(value, file));
}
