import { readFile } from 'node:fs/promises';
import app from '../../../zapier-app/index.ts';
import type { World } from '../world.ts';
import { settingsFor, storedValuesOf } from './account.ts';
import type { AppRuntime } from './app-runtime.ts';
import { metered, type Usage } from './meter.ts';
import { type LiveZap, switchOnZap, type ZapOptions } from './run-zap.ts';
import { sourceRuntime } from './source-runtime.ts';
import { readZapExport, type Zap } from './zap-export.ts';
import type { Outcome, ZapRun } from './zap-run.ts';

/** What becomes of a blueprint's Zap after a change. */
export interface BlueprintRun extends Readonly<Usage> {
  /**
   * `unnoticed` when the trigger saw nothing new; for a run that went through what its last action says, such as
   * `delivered`, `already_delivered` or `left`; otherwise how the run ended.
   */
  readonly outcome: 'unnoticed' | 'delivered' | 'already_delivered' | 'updated' | 'left' | Outcome;
  /** One sentence in plain words. */
  readonly reason: string;
  readonly tasks: number;
  readonly runs: readonly ZapRun[];
}

export interface BlueprintOptions {
  readonly world: World;
  /** The path of a `zap.json`. */
  readonly file: string;
  /** What happens in the world once the Zap is on. */
  readonly change: () => void | Promise<void>;
  /** The integration; its source unless told. */
  readonly runtime?: AppRuntime;
  /** Which of the file's Zaps, from 0; the first unless told. */
  readonly index?: number;
  /** What a person does to the Zap in the editor before switching it on. */
  readonly edit?: (zap: Zap) => Zap;
}

/** Switches the Zap of a blueprint file on, lets the world change, polls once and counts what that cost. */
export async function runZapBlueprint(options: BlueprintOptions): Promise<BlueprintRun> {
  const { poll } = await switchOnBlueprint(options);
  await options.change();
  return poll();
}

/** A blueprint's Zap that is switched on. */
export interface LiveBlueprint {
  readonly zap: LiveZap;
  /** One poll, and what it and the runs it started cost. */
  poll(): Promise<BlueprintRun>;
  /** Waits until a Schedule trigger fires next, and what the runs it started cost. */
  waitForSchedule(): Promise<BlueprintRun>;
  /** Goes on with every held run. */
  release(): Promise<BlueprintRun>;
}

/** Switches the Zap of a blueprint file on in a world. */
export async function switchOnBlueprint({
  world,
  file,
  runtime,
  index = 0,
  edit = (zap) => zap,
  options = {},
}: Omit<BlueprintOptions, 'change'> & {
  /** What the Zap needs beside its connection, such as a hook server. */
  readonly options?: Partial<
    Pick<ZapOptions, 'hooks' | 'slack' | 'lanes' | 'onTimeline' | 'order' | 'autoreplay' | 'appName'>
  >;
}): Promise<LiveBlueprint> {
  const usage: Usage = { pollCalls: 0, salesforceCalls: 0, slackCalls: 0 };
  const zap = readZapExport(await readFile(file, 'utf8'), file).zaps[index];
  if (zap === undefined) throw new Error(`${file} holds no Zap at ${index}.`);
  const live = await switchOnZap({
    zap: edit(zap),
    app: metered(runtime ?? (await sourceRuntime(app, settingsFor(world))), world, usage),
    authData: storedValuesOf(world),
    clock: world.clock,
    ...options,
  });
  const counted = (act: () => Promise<readonly ZapRun[]>) => async (): Promise<BlueprintRun> => {
    Object.assign(usage, { pollCalls: 0, salesforceCalls: 0, slackCalls: 0 });
    return { ...summary(await act()), ...usage };
  };
  return {
    zap: live,
    poll: counted(live.poll),
    waitForSchedule: counted(live.waitForSchedule),
    release: counted(live.release),
  };
}

/** Of several runs the one that matters most speaks for all. */
const PRECEDENCE: readonly Outcome[] = ['held', 'errored', 'halted', 'success', 'filtered'];

function summary(runs: readonly ZapRun[]): Pick<BlueprintRun, 'outcome' | 'reason' | 'tasks' | 'runs'> {
  const tasks = runs.reduce((sum, run) => sum + run.tasks, 0);
  const [run] = runs.toSorted((a, b) => PRECEDENCE.indexOf(a.outcome) - PRECEDENCE.indexOf(b.outcome));
  if (run === undefined) return { outcome: 'unnoticed', reason: 'The trigger saw nothing new.', tasks, runs };
  const last = run.steps.at(-1);
  if (run.outcome !== 'success')
    return {
      outcome: run.outcome,
      reason: last?.error ?? `The step "${last?.title}" stopped the run.`,
      tasks,
      runs,
    };
  const outcome = run.steps.map(outcomeOf).findLast((each) => each !== undefined) ?? 'success';
  return { outcome, reason: `The step "${last?.title}" succeeded.`, tasks, runs };
}

/** What a step of the integration says of its delivery; others say nothing. */
function outcomeOf({ output }: ZapRun['steps'][number]): BlueprintRun['outcome'] | undefined {
  return (output as { readonly outcome?: BlueprintRun['outcome'] } | undefined)?.outcome;
}
