import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import app from '../../../zapier-app/index.ts';
import { parseImlJson } from '../make/load/imljson.ts';
import { switchOnScenario } from '../make/run-blueprint.ts';
import type { Cost } from '../report.ts';
import type { World } from '../world.ts';
import { settingsFor } from '../zapier/account.ts';
import type { AppRuntime } from '../zapier/app-runtime.ts';
import { switchOnBlueprint } from '../zapier/run-blueprint.ts';
import { sourceRuntime } from '../zapier/source-runtime.ts';
import { readZapExport, type Zap } from '../zapier/zap-export.ts';
import { ZapProblem } from '../zapier/zap-problem.ts';
import type { Demo } from './demo.ts';
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
  (): Promise<FlowRun>;
  readonly title: string;
  readonly steps: readonly FlowStep[];
}

/** What is different from a flow as it is shipped. */
export interface FlowOptions {
  /** The texts of blueprint files that somebody edited, by their paths; what an importer chooses is already in them. */
  readonly edited?: Readonly<Record<string, string>>;
  /** Hears which operation calls from now on (Zapier), or that one more call was its (Make). */
  readonly onOperation?: (key: string) => void;
}

const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** The blueprint file that a flow of a signal is in, from the project's folder. */
export function blueprintOf(signal: string, platform: Platform, flow?: string): string {
  if (platform === 'zapier') return `blueprints/${signal}/zap.json`;
  return `blueprints/${signal}/scenario${flow === undefined ? '' : `-${flow}`}.json`;
}

/** The text of a blueprint file once its importer has filled in what only an importer can. */
export async function filledBlueprint(
  { signal, chosen, schedule }: Pick<Demo, 'signal' | 'chosen' | 'schedule'>,
  platform: Platform,
  flow?: string,
): Promise<string> {
  const text = await readFile(join(PROJECT, blueprintOf(signal, platform, flow)), 'utf8');
  const content = JSON.parse(text);
  const filled =
    platform === 'make'
      ? fillScenario(content, chosen, schedule !== undefined)
      : {
          ...content,
          zaps: content.zaps.map((zap: Zap) => inZone(fillZap(zap, chosen), schedule?.timeZone)),
        };
  return `${JSON.stringify(filled, null, 2)}\n`;
}

/** Switches a flow of a signal's blueprint on, with what only its importer can fill in. */
export async function switchOn(
  world: World,
  demo: Pick<Demo, 'signal' | 'chosen' | 'schedule'>,
  platform: Platform,
  flow?: string,
  { edited = {}, onOperation = () => {} }: FlowOptions = {},
): Promise<LiveFlow> {
  const path = blueprintOf(demo.signal, platform, flow);
  const text = edited[path] ?? (await filledBlueprint(demo, platform, flow));
  const { schedule } = demo;
  if (platform === 'make') {
    const blueprint = parseImlJson(text, path, 'plain');
    const { run } = switchOnScenario({
      world,
      file: join(PROJECT, path),
      edit: () => blueprint,
      record: ({ file }) => onOperation(operationIn(file)),
      ...(schedule && {
        schedule: { scheduling: { type: 'weekly', ...schedule }, timezone: schedule.timeZone },
      }),
    });
    const steps = scenarioSteps(blueprint);
    const act = async () => {
      const { reports, ...rest } = await run();
      return { ...rest, tasks: 0, steps: scenarioStepRuns(steps, reports) };
    };
    return Object.assign(act, { title: String((blueprint as { readonly name?: unknown }).name), steps });
  }
  const { zaps } = readZapExport(text, path);
  const zap = zaps[await indexOf(demo.signal, zaps, flow)];
  if (zap === undefined)
    throw new ZapProblem(`${path} holds no Zap for this part of the signal; keep its title.`);
  const { poll, waitForSchedule } = await switchOnBlueprint({
    world,
    file: join(PROJECT, path),
    edit: () => zap,
    runtime: watched(await sourceRuntime(app, settingsFor(world)), onOperation),
  });
  const look = schedule === undefined ? poll : waitForSchedule;
  const steps = zapSteps(zap);
  const act = async () => {
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

/** The Zaps of a file stand in the order of the scenarios, whose titles they share. */
async function indexOf(signal: string, zaps: readonly Zap[], flow?: string): Promise<number> {
  if (flow === undefined) return 0;
  const scenario = await readFile(join(PROJECT, blueprintOf(signal, 'make', flow)), 'utf8');
  const { name } = JSON.parse(scenario);
  return zaps.findIndex(({ title }) => title === name);
}

function fillZap(zap: Zap, chosen: Demo['chosen']): Zap {
  const nodes = Object.entries(zap.nodes).map(([id, node]) => [
    id,
    { ...node, params: defined({ ...node.params, ...chosen[node.action] }) },
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

/** A scheduled scenario starts with an action; any other with a trigger, whose inputs are parameters. */
function fillScenario(blueprint: unknown, chosen: Demo['chosen'], isScheduled: boolean): unknown {
  const {
    name: title,
    flow,
    ...rest
  } = blueprint as {
    readonly name: string;
    readonly flow: readonly ScenarioModule[];
  };
  const filled = flow.map((module, position) => {
    const name = module.module.split(':')[1] ?? '';
    const key = Object.keys(chosen).find(
      (operation) => operation.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) === name,
    );
    if (key === undefined) return module;
    return position === 0 && !isScheduled
      ? { ...module, parameters: defined({ ...module.parameters, ...chosen[key] }) }
      : { ...module, mapper: defined({ ...module.mapper, ...chosen[key] }) };
  });
  return { name: title, flow: filled, ...rest };
}

/** The fields that are filled: an importer may empty some. */
function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

interface ScenarioModule {
  readonly module: string;
  readonly parameters: object;
  readonly mapper: object | null;
}
