import { pathsOf } from './load/paths-of.ts';
import { allModules, type Blueprint, type BlueprintModule, FLOW_MODULES } from './scenario/blueprint.ts';
import { arrange, editFlows } from './scenario/edit-flows.ts';
import { ScenarioError } from './scenario/error.ts';

/** A module as a person adds it in the editor. */
export interface NewModule extends Pick<BlueprintModule, 'module' | 'version' | 'parameters' | 'mapper'> {
  readonly title?: string;
}

/*
 * What a person does to a scenario in the editor, as changes of the blueprint. Modules keep their ids, so mappings stay;
 * a new one gets the next id. Whether the result can run is for `checkBlueprint` to say. Every function throws
 * ScenarioError for a module that is not there.
 */

/** Sets a static parameter of a module; `undefined` removes it. */
export function setParameter(blueprint: Blueprint, id: number, name: string, value: unknown): Blueprint {
  return changeModule(blueprint, id, (module) => ({
    ...module,
    parameters: withEntry(module.parameters ?? {}, name, value),
  }));
}

/** Maps a field of a module; `undefined` removes it. */
export function setMapper(blueprint: Blueprint, id: number, name: string, value: unknown): Blueprint {
  return changeModule(blueprint, id, (module) => ({
    ...module,
    mapper: withEntry(module.mapper ?? {}, name, value),
  }));
}

/** Removes the filter before a module. */
export function removeFilter(blueprint: Blueprint, id: number): Blueprint {
  return changeModule(blueprint, id, ({ filter: _, ...module }) => module);
}

/** Gives a module another title. */
export function renameModule(blueprint: Blueprint, id: number, title: string): Blueprint {
  return changeModule(blueprint, id, (module) => titled(module, title));
}

/** Gives the scenario another name. */
export function renameScenario(blueprint: Blueprint, name: string): Blueprint {
  return { ...blueprint, name };
}

/** A copy of the scenario under its own name. */
export function duplicateScenario(blueprint: Blueprint, name = `${blueprint.name} (copy)`): Blueprint {
  return { ...structuredClone(blueprint), name };
}

/** Adds a module right after another. Throws ScenarioError after a router, which nothing can follow. */
export function insertModule(blueprint: Blueprint, after: number, module: NewModule): Blueprint {
  const [added] = numbered(blueprint, [module]);
  return added === undefined ? blueprint : putAfter(blueprint, added, after);
}

/** Removes a module. Throws ScenarioError for the first one, for a router, and while another module reads it. */
export function removeModule(blueprint: Blueprint, id: number): Blueprint {
  const rest = takeOut(blueprint, id);
  const reader = allModules(rest.flow).find((module) => readsOf(module).has(String(id)));
  if (reader !== undefined)
    throw new ScenarioError(
      `Module ${reader.id} reads module ${id}, which is to be removed. Map another one.`,
    );
  return arrange(rest);
}

/** Moves a module right behind another. Throws ScenarioError as `removeModule` and `insertModule`, readers apart. */
export function moveModule(blueprint: Blueprint, id: number, after: number): Blueprint {
  if (id === after) throw new ScenarioError(`Module ${id} cannot stand behind itself. Name another module.`);
  return putAfter(takeOut(blueprint, id), moduleOf(blueprint, id), after);
}

/**
 * Puts a router before a module: what stood there and after it becomes the first route, its filter included, and the
 * new modules the second. Throws ScenarioError before the first module.
 */
export function addRouter(blueprint: Blueprint, before: number, route: readonly NewModule[]): Blueprint {
  if (blueprint.flow[0]?.id === before)
    throw new ScenarioError(
      `Nothing can stand before module ${before}, which starts the scenario. Name a later one.`,
    );
  moduleOf(blueprint, before);
  const [router, ...second] = numbered(blueprint, [{ module: FLOW_MODULES.router, version: 1 }, ...route]);
  if (router === undefined) return blueprint;
  const routed = editFlows(blueprint, (flow) => {
    const at = flow.findIndex(({ id }) => id === before);
    if (at < 0) return flow;
    const routes = [{ flow: flow.slice(at) }, { flow: second }];
    return [...flow.slice(0, at), { ...router, mapper: null, routes }];
  });
  return arrange(routed);
}

/** Make's own module that posts to Slack, with the channel typed in by its id or name. */
export function slackMessage(mapper: Readonly<Record<string, unknown>>): NewModule {
  return {
    module: 'slack:CreateMessage',
    version: 4,
    parameters: {},
    mapper: { channelWType: 'manualy', ...mapper },
    title: 'Tell Slack',
  };
}

function withEntry(
  values: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const { [name]: _, ...others } = values;
  return value === undefined ? others : { ...values, [name]: value };
}

function moduleOf({ flow }: Blueprint, id: number): BlueprintModule {
  const module = allModules(flow).find((each) => each.id === id);
  if (module === undefined) throw new ScenarioError(`The scenario has no module ${id}. Name another one.`);
  return module;
}

function numbered(blueprint: Blueprint, added: readonly NewModule[]): readonly BlueprintModule[] {
  const last = Math.max(...allModules(blueprint.flow).map(({ id }) => id));
  return added.map(({ title, ...module }, index) => {
    const whole = { id: last + 1 + index, parameters: {}, mapper: {}, ...module };
    return title === undefined ? whole : titled(whole, title);
  });
}

function titled(module: BlueprintModule, name: string): BlueprintModule {
  const designer = { x: 0, y: 0, ...module.metadata?.designer, name };
  return { ...module, metadata: { ...module.metadata, designer } };
}

function changeModule(
  blueprint: Blueprint,
  id: number,
  change: (module: BlueprintModule) => BlueprintModule,
): Blueprint {
  moduleOf(blueprint, id);
  return editFlows(blueprint, (flow) => flow.map((module) => (module.id === id ? change(module) : module)));
}

function takeOut(blueprint: Blueprint, id: number): Blueprint {
  const { routes, branches } = moduleOf(blueprint, id);
  if (blueprint.flow[0]?.id === id)
    throw new ScenarioError(`Module ${id} starts the scenario. Change it instead.`);
  if (routes !== undefined || branches !== undefined)
    throw new ScenarioError(`Module ${id} branches. Remove or move the modules of its branches instead.`);
  return editFlows(blueprint, (flow) => flow.filter((module) => module.id !== id));
}

function putAfter(blueprint: Blueprint, module: BlueprintModule, after: number): Blueprint {
  if (moduleOf(blueprint, after).routes !== undefined)
    throw new ScenarioError(`Nothing can follow router ${after}. Name a module of one of its routes.`);
  const put = editFlows(blueprint, (flow) =>
    flow.flatMap((each) => (each.id === after ? [each, module] : [each])),
  );
  return arrange(put);
}

/** The modules whose bundles a module reads. */
function readsOf({ mapper, filter, branches }: BlueprintModule): ReadonlySet<string> {
  const conditions = branches?.map((branch) => branch.conditions);
  const texts = textsIn([mapper, filter, conditions]);
  return new Set(texts.flatMap((text) => pathsOf(text, 'mapper').map(({ root }) => root)));
}

function textsIn(tree: unknown): readonly string[] {
  if (typeof tree === 'string') return [tree];
  return typeof tree === 'object' && tree !== null ? Object.values(tree).flatMap(textsIn) : [];
}
