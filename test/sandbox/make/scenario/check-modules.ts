import { refuse } from '../refuse.ts';
import { declaredNames } from './bind-parameters.ts';
import { allModules, appModuleName, type BlueprintModule } from './blueprint.ts';
import type { ScenarioContext } from './context.ts';
import { ScenarioError } from './error.ts';
import { appModuleOf, staticValues } from './run-app-module.ts';
import { SLACK_MODULES } from './stock/slack-modules.ts';
import { CUSTOM_WEBHOOK } from './stock/stock-modules.ts';

/** Checks each module against the installed apps, data stores and connections; answers the first. Throws ScenarioError. */
export function checkModules(context: ScenarioContext): BlueprintModule {
  const { blueprint, dataStores, slackToken } = context;
  const [first] = blueprint.flow;
  if (first === undefined) throw new ScenarioError(`The scenario "${blueprint.name}" has no modules.`);
  for (const module of allModules(blueprint.flow)) {
    if (appModuleName(module.module) !== undefined) checkAppModule(context, module, module === first);
    if (module.module.startsWith('datastore:') && dataStores[module.id] === undefined)
      throw new ScenarioError(
        `Module ${module.id} (${module.module}) has no data store. Hand one over for it.`,
      );
    if (Object.hasOwn(SLACK_MODULES, module.module) && slackToken === undefined)
      throw new ScenarioError(
        `Module ${module.id} (${module.module}) has no Slack connection. Make one and choose it.`,
      );
  }
  const instant =
    first.module === CUSTOM_WEBHOOK ||
    (appModuleName(first.module) !== undefined &&
      appModuleOf(context, first).definition.type === 'instant_trigger');
  if (instant !== blueprint.metadata.instant)
    throw new ScenarioError(
      `metadata.instant is ${blueprint.metadata.instant}, but the first module says ${instant}.`,
    );
  return first;
}

function checkAppModule(context: ScenarioContext, module: BlueprintModule, isFirst: boolean): void {
  const { definition } = appModuleOf(context, module);
  const at = `Module ${module.id} (${module.module})`;
  const isTrigger = definition.type === 'trigger' || definition.type === 'instant_trigger';
  if (isTrigger !== isFirst && isTrigger)
    throw new ScenarioError(`${at} is a trigger; it can only stand first.`);
  if (isTrigger && module.onerror !== undefined) refuse('first-module-handler', at);
  check(declaredNames(definition.staticParams.json), Object.keys(staticValues(module)), `${at} parameters`);
  check(declaredNames(definition.mappableParams.json), Object.keys(module.mapper ?? {}), `${at} mapper`);
}

function check(declared: ReadonlySet<string> | undefined, filled: readonly string[], place: string): void {
  const unknown = filled.find((name) => declared !== undefined && !declared.has(name));
  if (unknown !== undefined)
    throw new ScenarioError(
      `${place} fills "${unknown}", which the module does not have. Correct or remove it.`,
    );
}
