import { triggers } from '../../../shared/operation/operations.ts';
import type { Zap } from '../zapier/zap-export.ts';
import type { Demo } from './demo.ts';

/** A Zap once its importer has filled in what only an importer can; an emptied input is left out. */
export function fillZap(zap: Zap, chosen: Demo['chosen']): Zap {
  const nodes = Object.entries(zap.nodes).map(([id, node]) => [
    id,
    { ...node, params: defined({ ...node.params, ...chosen[node.action] }) },
  ]);
  return { ...zap, nodes: Object.fromEntries(nodes) };
}

/** The Zap in an account's time zone. */
export function inZone(zap: Zap, timezone: string | undefined): Zap {
  const trigger = zap.nodes[zap.id];
  if (timezone === undefined || trigger === undefined) return zap;
  const moved = { ...trigger, meta: { ...trigger.meta, timezone } };
  return { ...zap, nodes: { ...zap.nodes, [zap.id]: moved } };
}

/** A scenario once its importer has filled in what only an importer can; an emptied input is left out. */
export function fillScenario(blueprint: unknown, chosen: Demo['chosen']): unknown {
  const { flow, ...rest } = blueprint as { readonly flow: readonly ScenarioModule[] };
  const filled = flow.map((module) => {
    if (module.module === 'slack:CreateMessage')
      return { ...module, mapper: { ...module.mapper, ...chosen.channel_message } };
    const name = module.module.split(':')[1] ?? '';
    const key = Object.keys(chosen).find(
      (operation) => operation.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) === name,
    );
    if (key === undefined) return module;
    return isTrigger(key)
      ? { ...module, parameters: defined({ ...module.parameters, ...chosen[key] }) }
      : { ...module, mapper: defined({ ...module.mapper, ...chosen[key] }) };
  });
  return { ...rest, flow: filled };
}

/** The fields that are filled. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A trigger is set up once, by its parameters; what runs for each bundle is mapped. */
function isTrigger(key: string): boolean {
  return triggers.some(({ operation }) => operation.key === key);
}

interface ScenarioModule {
  readonly module: string;
  readonly parameters: object;
  readonly mapper: object | null;
}
