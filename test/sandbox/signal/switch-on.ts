import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { triggers } from '../../../shared/operation/operations.ts';
import { switchOnScenario } from '../make/run-blueprint.ts';
import type { Cost } from '../report.ts';
import { PEOPLE } from '../slack/sample-workspace.ts';
import type { World } from '../world.ts';
import { switchOnBlueprint } from '../zapier/run-blueprint.ts';
import { connectSlackApp } from '../zapier/slack-app.ts';
import type { Zap } from '../zapier/zap-export.ts';
import { askInSlack, HOOK_SECRET } from './ask-in-slack.ts';
import type { Asked, Demo } from './demo.ts';

/** A platform that blueprints run on. */
export type Platform = 'zapier' | 'make';

/** Every platform, in the order in which they are shown. */
export const platforms: readonly Platform[] = ['zapier', 'make'];

/** What became of a flow after something happened. */
export interface FlowRun extends Cost {
  readonly outcome: string;
  /** Why nothing was delivered, in plain words. */
  readonly reason: string;
}

/** A flow of a blueprint that is switched on: notices what happened since, or waits for its next start, and delivers. */
export type LiveFlow = (asks?: Asked) => Promise<FlowRun>;

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** The blueprint file that a flow of a signal is in, from the project's folder. */
export function blueprintOf(signal: string, platform: Platform, flow?: string): string {
  if (platform === 'zapier') return `blueprints/${signal}/zap.json`;
  return `blueprints/${signal}/scenario${flow === undefined ? '' : `-${flow}`}.json`;
}

/** Switches a flow of a signal's blueprint on, with what only its importer can fill in. */
export async function switchOn(
  world: World,
  { signal, chosen, schedule }: Demo,
  platform: Platform,
  flow?: string,
): Promise<LiveFlow> {
  const file = join(PROJECT, blueprintOf(signal, platform, flow));
  if (platform === 'make') {
    const { run, scenario } = switchOnScenario({
      world,
      file,
      edit: (blueprint) => fillScenario(blueprint, chosen),
      hookParameters: { secret: HOOK_SECRET },
      ...(schedule && {
        schedule: { scheduling: { type: 'weekly', ...schedule }, timezone: schedule.timeZone },
      }),
    });
    return async (asks) => {
      await askInSlack(world, asks, { scenario });
      return { ...(await run()), tasks: 0 };
    };
  }
  const index = await indexOf(signal, file, flow);
  const { poll, waitForSchedule, zap } = await switchOnBlueprint({
    world,
    file,
    index,
    edit: (zap) => inZone(fillZap(zap, chosen), schedule?.timeZone),
    options: { slack: connectSlackApp(world.slack, PEOPLE.ops.id) },
  });
  const act = schedule === undefined ? poll : waitForSchedule;
  return async (asks) => {
    await askInSlack(world, asks, { zap });
    return { ...(await act()), operations: 0 };
  };
}

/** The Zaps of a file stand in the order of the scenarios, whose titles they share. */
async function indexOf(signal: string, file: string, flow?: string): Promise<number> {
  const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));
  const { name } = await read(join(PROJECT, blueprintOf(signal, 'make', flow)));
  const { zaps } = await read(file);
  return zaps.findIndex(({ title }: { readonly title: string }) => title === name);
}

function fillZap(zap: Zap, chosen: Demo['chosen']): Zap {
  const nodes = Object.entries(zap.nodes).map(([id, node]) => [
    id,
    { ...node, params: { ...node.params, ...chosen[node.action] } },
  ]);
  return { ...zap, nodes: Object.fromEntries(nodes) };
}

/** The Zap in an account's time zone. */
function inZone(zap: Zap, timezone: string | undefined): Zap {
  const trigger = zap.nodes[zap.id];
  if (timezone === undefined || trigger === undefined) return zap;
  const moved = { ...trigger, meta: { ...trigger.meta, timezone } };
  return { ...zap, nodes: { ...zap.nodes, [zap.id]: moved } };
}

function fillScenario(blueprint: unknown, chosen: Demo['chosen']): unknown {
  const { flow, ...rest } = blueprint as { readonly flow: readonly ScenarioModule[] };
  const filled = flow.map((module) => {
    const name = module.module.split(':')[1] ?? '';
    const key = Object.keys(chosen).find(
      (operation) => operation.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) === name,
    );
    if (key === undefined) return module;
    return isTrigger(key)
      ? { ...module, parameters: { ...module.parameters, ...chosen[key] } }
      : { ...module, mapper: { ...module.mapper, ...chosen[key] } };
  });
  return { ...rest, flow: filled };
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
