import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { triggers } from '../../../shared/operation/operations.ts';
import { switchOnInstantScenario, switchOnScenario } from '../make/run-blueprint.ts';
import type { Cost } from '../report.ts';
import { PEOPLE } from '../slack/sample-workspace.ts';
import type { World } from '../world.ts';
import { type HookServer, startHookServer } from '../zapier/hook-server.ts';
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
export function blueprintOf(signal: string, platform: Platform, flow?: string, variant?: string): string {
  const [kind, name] = platform === 'zapier' ? ['zap', variant] : ['scenario', flow];
  return `blueprints/${signal}/${kind}${name === undefined ? '' : `-${name}`}.json`;
}

/** Which of a signal's files are switched on, and what accounts call the apps in them. */
export interface SwitchOn {
  /** The flow; the main one has no name. */
  readonly flow?: string | undefined;
  /** The way to run the signal whose files are meant; the plain one has no name. */
  readonly variant?: string | undefined;
  /** The folder that the files are in, if they are not the committed ones. */
  readonly folder?: string;
  readonly names?: { readonly zapierApp: string; readonly makeApp: string };
}

/** Switches a flow of a signal's blueprint on, with what only its importer can fill in. */
export async function switchOn(
  world: World,
  { signal, chosen, schedule }: Demo,
  platform: Platform,
  { flow, variant, folder = PROJECT, names }: SwitchOn = {},
): Promise<LiveFlow> {
  const file = join(folder, blueprintOf(signal, platform, flow, variant));
  if (platform === 'make') {
    const instant = JSON.parse(await readFile(file, 'utf8')).metadata.instant;
    const options = {
      world,
      file,
      edit: (blueprint: unknown) => fillScenario(blueprint, chosen),
      ...(schedule && {
        schedule: { scheduling: { type: 'weekly' as const, ...schedule }, timezone: schedule.timeZone },
      }),
      ...(names && { appName: names.makeApp }),
      hookParameters: { secret: HOOK_SECRET, escalated: true },
    };
    const live = instant ? await switchOnInstantScenario(options) : switchOnScenario(options);
    return async (asks) => {
      await askInSlack(world, asks, live);
      return { ...(await live.run()), tasks: 0 };
    };
  }
  const { poll, waitForSchedule, zap } = await switchOnBlueprint({
    world,
    file,
    index: await indexOf(signal, file, flow),
    edit: (zap) => inZone(fillZap(zap, chosen), schedule?.timeZone),
    options: {
      hooks: await hooksOf(world),
      slack: connectSlackApp(world.slack, PEOPLE.kim.id),
      ...(names && { appName: names.zapierApp.replace(/@.*/, '') }),
    },
  });
  const act = schedule === undefined ? poll : waitForSchedule;
  return async (asks) => {
    await askInSlack(world, asks, { zap });
    await world.salesforce.settled();
    return { ...(await act()), operations: 0 };
  };
}

const hookServers = new WeakMap<World['salesforce'], Promise<HookServer>>();

/** Zapier's hooks for the Zaps of a world, opened once. */
function hooksOf({ salesforce, clock, atEnd }: World): Promise<HookServer> {
  const open = async () => {
    const hooks = await startHookServer(clock);
    atEnd(hooks.close);
    Object.assign(salesforce.hosts, hooks.hosts);
    return hooks;
  };
  const found = hookServers.get(salesforce) ?? open();
  hookServers.set(salesforce, found);
  return found;
}

/** The Zaps of a file share their titles with the scenarios. */
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
    if (module.module === 'slack:CreateMessage')
      return { ...module, mapper: { ...module.mapper, ...chosen.channel_message } };
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
