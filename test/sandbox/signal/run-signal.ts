import { type Cost, type SignalRun, seenInSalesforce, seenInSlack } from '../report.ts';
import { startWorld, type World } from '../world.ts';
import type { Demo } from './demo.ts';
import { blueprintOf, type FlowRun, type LiveFlow, type Platform, switchOn } from './switch-on.ts';

/** Runs a signal's blueprint on a platform, in a world of its own. */
export async function runSignal(demo: Demo, platform: Platform): Promise<SignalRun> {
  const world = await startWorld();
  try {
    const flows = new Map<string | undefined, LiveFlow>();
    for (const { flow } of demo.phases)
      if (!flows.has(flow)) flows.set(flow, await switchOn(world, demo, platform, { flow }));
    const runs: FlowRun[] = [];
    for (const { flow, change, asks } of demo.phases) {
      const refused = change(world);
      const run = await flows.get(flow)?.(asks);
      if (run === undefined) continue;
      runs.push(refused === undefined ? run : { ...run, outcome: 'skipped', reason: refused });
    }
    return report(world, demo.signal, platform, runs);
  } finally {
    await world.close();
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

function outcomeOf(outcome: string): SignalRun['outcome'] {
  if (isDelivered(outcome)) return 'delivered';
  if (outcome === 'already_delivered') return outcome;
  return ['skipped', 'unnoticed', 'left', 'filtered'].includes(outcome) ? 'skipped' : 'failed';
}
