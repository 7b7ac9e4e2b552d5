import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import app from '../../../zapier-app/index.ts';
import { parseBlueprint } from '../make/load-blueprint.ts';
import { switchOnInstantScenario, switchOnScenario } from '../make/run-blueprint.ts';
import type { Blueprint } from '../make/scenario/blueprint.ts';
import type { Cost } from '../report.ts';
import { PEOPLE } from '../slack/sample-workspace.ts';
import type { World } from '../world.ts';
import { settingsFor } from '../zapier/account.ts';
import type { AppRuntime } from '../zapier/app-runtime.ts';
import { type HookServer, startHookServer } from '../zapier/hook-server.ts';
import { switchOnBlueprint } from '../zapier/run-blueprint.ts';
import { connectSlackApp } from '../zapier/slack-app.ts';
import { sourceRuntime } from '../zapier/source-runtime.ts';
import { readZapExport, type Zap } from '../zapier/zap-export.ts';
import { ZapProblem } from '../zapier/zap-problem.ts';
import { askInSlack, HOOK_SECRET } from './ask-in-slack.ts';
import type { Asked, Demo } from './demo.ts';
import { fillScenario, fillZap, inZone } from './fill-blueprint.ts';
import {
  type FlowStep,
  type StepRun,
  scenarioStepRuns,
  scenarioSteps,
  zapStepRuns,
  zapSteps,
} from './flow-step.ts';

/** A platform that blueprints run on. */
export type Platform = 'zapier' | 'make';

/** Every platform, in the order in which they are shown. */
export const platforms: readonly Platform[] = ['zapier', 'make'];

/** What became of a flow after something happened. */
export interface FlowRun extends Cost {
  readonly outcome: string;
  /** Why nothing was delivered, in plain words. */
  readonly reason: string;
  readonly steps: readonly StepRun[];
}

/** A flow of a blueprint that is switched on: notices what happened since, or waits for its next start, and delivers. */
export interface LiveFlow {
  (asks?: Asked): Promise<FlowRun>;
  readonly title: string;
  readonly steps: readonly FlowStep[];
}

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
  /** The texts of files that somebody edited, by their paths; what an importer chooses is already in them. */
  readonly edited?: Readonly<Record<string, string>>;
  /** What somebody changes in the editor once everything is chosen. */
  readonly edit?: {
    readonly zap?: (zap: Zap) => Zap;
    readonly scenario?: (scenario: Blueprint) => Blueprint;
  };
  /** Hears which operation calls from now on (Zapier), or whose the last call was (Make). */
  readonly onOperation?: (key: string) => void;
}

/** The text of a blueprint file once its importer has filled in what only an importer can. */
export async function filledBlueprint(
  { signal, chosen, schedule }: Demo,
  platform: Platform,
  { flow, variant, folder = PROJECT }: SwitchOn = {},
): Promise<string> {
  const path = blueprintOf(signal, platform, flow, variant);
  const text = await readFile(join(folder, path), 'utf8');
  const fill = () => {
    if (platform === 'make') return fillScenario(parseBlueprint(text, path), chosen);
    const { zaps, ...rest } = readZapExport(text, path);
    return { ...rest, zaps: zaps.map((zap) => inZone(fillZap(zap, chosen), schedule?.timeZone)) };
  };
  return `${JSON.stringify(fill(), null, 2)}\n`;
}

/** Switches a flow of a signal's blueprint on, with what only its importer can fill in. */
export async function switchOn(
  world: World,
  demo: Demo,
  platform: Platform,
  options: SwitchOn = {},
): Promise<LiveFlow> {
  const { flow, variant, folder = PROJECT, edited = {}, edit = {} } = options;
  const path = blueprintOf(demo.signal, platform, flow, variant);
  const text = edited[path] ?? (await filledBlueprint(demo, platform, options));
  const file = join(folder, path);
  if (platform === 'make') {
    const blueprint = parseBlueprint(text, path);
    return switchScenarioOn(world, demo, edit.scenario?.(blueprint) ?? blueprint, file, options);
  }
  const { zaps } = readZapExport(text, path);
  const zap = zaps[await indexOf(demo.signal, zaps, flow)];
  if (zap !== undefined) return switchZapOn(world, demo, edit.zap?.(zap) ?? zap, file, options);
  throw new ZapProblem(`${path} holds no Zap for this part of the signal; keep its title.`);
}

async function switchScenarioOn(
  world: World,
  { schedule }: Demo,
  blueprint: Blueprint,
  file: string,
  { names, onOperation }: SwitchOn,
): Promise<LiveFlow> {
  const { name, metadata } = blueprint;
  const options = {
    world,
    file,
    edit: () => blueprint,
    ...(schedule && {
      schedule: { scheduling: { type: 'weekly' as const, ...schedule }, timezone: schedule.timeZone },
    }),
    ...(names && { appName: names.makeApp }),
    ...(onOperation && {
      onExchange: ({ file }: { readonly file: string }) => onOperation(operationIn(file)),
    }),
    hookParameters: { secret: HOOK_SECRET, escalated: true },
  };
  const live = metadata.instant ? await switchOnInstantScenario(options) : switchOnScenario(options);
  const steps = scenarioSteps(blueprint);
  const act = async (asks?: Asked) => {
    await askInSlack(world, asks, live);
    const { reports, ...rest } = await live.run();
    return { ...rest, tasks: 0, steps: scenarioStepRuns(steps, reports) };
  };
  return Object.assign(act, { title: name, steps });
}

async function switchZapOn(
  world: World,
  { schedule }: Demo,
  zap: Zap,
  file: string,
  { names, onOperation }: SwitchOn,
): Promise<LiveFlow> {
  const {
    poll,
    waitForSchedule,
    zap: live,
  } = await switchOnBlueprint({
    world,
    file,
    edit: () => zap,
    ...(onOperation && { runtime: watched(await sourceRuntime(app, settingsFor(world)), onOperation) }),
    options: {
      hooks: await hooksOf(world),
      slack: connectSlackApp(world.slack, PEOPLE.kim.id),
      ...(names && { appName: names.zapierApp.replace(/@.*/, '') }),
    },
  });
  const look = schedule === undefined ? poll : waitForSchedule;
  const steps = zapSteps(zap);
  const act = async (asks?: Asked) => {
    await askInSlack(world, asks, { zap: live });
    await world.salesforce.settled();
    const { runs, ...rest } = await look();
    return { ...rest, operations: 0, steps: zapStepRuns(steps, runs) };
  };
  return Object.assign(act, { title: zap.title, steps });
}

/** The same runtime, which tells of each operation before it runs. */
function watched(runtime: AppRuntime, onOperation: (key: string) => void): AppRuntime {
  return {
    ...runtime,
    execute: (method, bundle) => {
      onOperation(method.split('.')[1] ?? '');
      return runtime.execute(method, bundle);
    },
  };
}

/** The operation whose module a file of the generated app belongs to. */
function operationIn(file: string): string {
  return (file.split('/')[1] ?? '').replaceAll('-', '_');
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
async function indexOf(signal: string, zaps: readonly Zap[], flow?: string): Promise<number> {
  if (zaps.length === 1) return 0;
  const scenario = await readFile(join(PROJECT, blueprintOf(signal, 'make', flow)), 'utf8');
  const { name } = JSON.parse(scenario);
  return zaps.findIndex(({ title }) => title === name);
}
