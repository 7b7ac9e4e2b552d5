import { connectionVariables } from '../connect.ts';
import type { MakeModule } from '../load/app.ts';
import { refuse } from '../refuse.ts';
import { type Bundle, runModule } from '../run-module.ts';
import { runResponder } from '../run-responder.ts';
import type { AppRun } from '../runtime/open-session.ts';
import type { Variables } from '../runtime/session.ts';
import { bindParameters } from './bind-parameters.ts';
import { appModuleName, type BlueprintModule } from './blueprint.ts';
import type { InstalledApp, ScenarioContext } from './context.ts';
import { ScenarioError } from './error.ts';
import type { Bundles, Execution } from './execution.ts';
import { mapperEnvironment, renderAppMapper } from './mapper.ts';

/** A module of a custom app where a blueprint uses it. */
export interface AppModule {
  readonly installed: InstalledApp;
  readonly definition: MakeModule;
  readonly run: AppRun;
}

/** Finds the app module a blueprint names, with the connection it is given. Throws ScenarioError when something is missing. */
export function appModuleOf(context: ScenarioContext, module: BlueprintModule): AppModule {
  const { app: name = '', name: id = '' } = appModuleName(module.module) ?? {};
  const at = `Module ${module.id} (${module.module})`;
  const installed = Object.hasOwn(context.apps, name) ? context.apps[name] : undefined;
  if (installed === undefined)
    throw new ScenarioError(
      `${at}: the app "${name}" is not installed. Write the real name in its place: ${namesOf(context)}.`,
    );
  if (installed.version !== module.version)
    throw new ScenarioError(
      `${at}: version ${module.version} is asked for, ${installed.version} is installed. Set it to ${installed.version}.`,
    );
  const definition = installed.app.modules.get(id);
  if (definition === undefined)
    throw new ScenarioError(
      `${at}: the app has no such module. Choose one of ${[...installed.app.modules.keys()].join(', ')}.`,
    );
  const needed = connectionNeeded(installed, definition);
  const account = needed === undefined ? undefined : context.accounts.get(`${name}:${needed}`);
  if (needed !== undefined && account === undefined)
    throw new ScenarioError(`${at} needs the connection "${needed}" of the app. Make one and choose it.`);
  return {
    installed,
    definition,
    run: {
      app: installed.app,
      world: context.world,
      ...(installed.common === undefined ? {} : { common: installed.common }),
      ...(account === undefined ? {} : { connection: connectionVariables(account) }),
    },
  };
}

function namesOf({ apps }: ScenarioContext): string {
  return Object.keys(apps).join(', ') || 'no app is installed';
}

/** Runs a module of an app on one bundle. */
export async function runAppModule(
  context: ScenarioContext,
  execution: Execution,
  module: BlueprintModule,
  bundles: Bundles,
): Promise<readonly Bundle[]> {
  const { definition, run } = appModuleOf(context, module);
  const fields = renderAppMapper(module.mapper ?? {}, mapperEnvironment(context.world, bundles));
  const parameters = parametersOf(definition, { ...staticValues(module), ...fields });
  if (definition.type === 'responder') {
    execution.reply = runResponder(run, definition, parameters);
    return [{}];
  }
  if (definition.type === 'trigger' || definition.type === 'instant_trigger')
    throw new ScenarioError(`Module ${module.id} (${module.module}) is a trigger; it can only stand first.`);
  const emitted = await runModule(run, definition.id, parameters);
  return emitted.some((bundle) => '__IMTINDEX__' in bundle)
    ? refuse('search-counters', module.module)
    : emitted;
}

/** The parameters of a module from its filled fields. */
export function parametersOf(definition: MakeModule, values: Variables): Variables {
  return bindParameters([...definition.staticParams.json, ...definition.mappableParams.json], values);
}

/** The static fields of a module, without the ids an account gives. */
export function staticValues(module: BlueprintModule): Variables {
  const { __IMTCONN__: _connection, __IMTHOOK__: _hook, ...values } = module.parameters ?? {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function connectionNeeded({ app }: InstalledApp, { connection, webhook }: MakeModule): string | undefined {
  return connection ?? (webhook === undefined ? undefined : app.webhooks.get(webhook)?.connection);
}
