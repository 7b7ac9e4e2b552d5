import { type Cost, type SignalRun, seenInSalesforce, seenInSlack } from '../report.ts';
import { startWorld, type World } from '../world.ts';
import type { Demo, Phase } from './demo.ts';
import type { Shared } from './share-world.ts';
import {
  blueprintOf,
  type FlowRun,
  type LiveFlow,
  type Platform,
  type SwitchOn,
  switchOn,
} from './switch-on.ts';
import type { Values } from './write-record.ts';

/** What is different from a signal as it is shipped, and who watches. */
export interface RunOptions extends Pick<SwitchOn, 'edited' | 'onOperation'> {
  /** What people changed about the demo's record. */
  readonly changed?: Values;
  /** The world that it shares with another run, which whoever started it closes. */
  readonly shared?: Shared;
  /** Sees the world once every flow is switched on. */
  readonly onReady?: (world: World, flows: readonly LiveFlow[]) => void | Promise<void>;
  /** Hears of a phase before it happens. */
  readonly onPhase?: (phase: Phase, index: number, world: World) => void;
  readonly onFlowRun?: (run: FlowRun, index: number) => void;
  /** Sees the world when everything is over. */
  readonly onEnd?: (world: World) => void;
}

/** Runs a signal's blueprint on a platform, in a world of its own. */
export async function runSignal(
  demo: Demo,
  platform: Platform,
  options: RunOptions = {},
): Promise<SignalRun> {
  const { shared } = options;
  const world = shared?.world ?? (await startWorld());
  try {
    const flows = new Map<string | undefined, LiveFlow>();
    for (const { flow } of demo.phases)
      if (!flows.has(flow)) flows.set(flow, await switchOn(world, demo, platform, { ...options, flow }));
    const inOrder = demo.phases.flatMap(({ flow }) => flows.get(flow) ?? []);
    await options.onReady?.(world, inOrder);
    await shared?.ready();
    const runs: FlowRun[] = [];
    for (const [index, phase] of demo.phases.entries()) {
      await shared?.turn(index);
      options.onPhase?.(phase, index, world);
      const refused = shared?.isFirst === false ? undefined : phase.change(world, options.changed);
      const run = await flows.get(phase.flow)?.(phase.asks);
      if (run === undefined) continue;
      const ended: FlowRun = refused === undefined ? run : { ...run, outcome: 'skipped', reason: refused };
      options.onFlowRun?.(ended, index);
      runs.push(ended);
      shared?.over(index);
    }
    options.onEnd?.(world);
    return report(world, demo.signal, platform, runs);
  } finally {
    shared?.leave();
    if (shared === undefined) await world.close();
  }
}

/** What a run says of a signal, from what its flows say. */
function report(world: World, signal: string, platform: Platform, runs: readonly FlowRun[]): SignalRun {
  const worst = runs.find(({ outcome }) => !isDelivered(outcome)) ?? runs[0];
  const outcome = outcomeOf(worst?.outcome ?? 'unnoticed');
  const sum = (key: keyof Cost) => runs.reduce((total, run) => total + run[key], 0);
  return {
    signal,
    platform,
    blueprint: blueprintOf(signal, platform),
    outcome,
    reason: outcome === 'delivered' ? '' : (worst?.reason ?? ''),
    cost: {
      tasks: sum('tasks'),
      operations: sum('operations'),
      salesforceCalls: sum('salesforceCalls'),
      slackCalls: sum('slackCalls'),
      pollCalls: sum('pollCalls'),
    },
    slack: seenInSlack(world),
    ...seenInSalesforce(world),
  };
}

function isDelivered(outcome: string): boolean {
  return outcome === 'delivered' || outcome === 'updated';
}

/** How a run ended, from what its last step says. */
export function outcomeOf(outcome: string): SignalRun['outcome'] {
  if (isDelivered(outcome)) return 'delivered';
  if (outcome === 'already_delivered') return outcome;
  return ['skipped', 'unnoticed', 'left', 'filtered'].includes(outcome) ? 'skipped' : 'failed';
}
