import type { Blueprint, Flow } from '../../../blueprints/blueprint.ts';
import type { FlowCost } from '../../../blueprints/cost.ts';
import type { Variant } from '../../../blueprints/variant.ts';
import { type SignalRun, seenInSlack } from '../report.ts';
import { CHANNELS } from '../slack/sample-workspace.ts';
import { startWorld } from '../world.ts';
import type { Asked, Demo } from './demo.ts';
import { type FlowRun, type LiveFlow, type Platform, type SwitchOn, switchOn } from './switch-on.ts';

/** What became of a flow of a variant, and what that cost. */
export interface VariantFlowRun {
  readonly flow: Flow;
  readonly outcome: string;
  readonly reason: string;
  readonly cost: FlowCost;
}

/** Lets the demo of a blueprint happen while every flow of a variant is switched on, in a world of its own. */
export async function runVariant(
  demo: Demo,
  { flows, name: variant }: Variant,
  platform: Platform,
  options: Pick<SwitchOn, 'folder' | 'names'> = {},
): Promise<{ readonly runs: readonly VariantFlowRun[]; readonly slack: SignalRun['slack'] }> {
  const world = await startWorld();
  try {
    const live = new Map<Flow, LiveFlow>();
    for (const flow of flows) {
      const which = { flow: flow.name, variant, ...options };
      live.set(flow, await switchOn(world, choicesFor(demo, flow), platform, which));
    }
    const runs = new Map<Flow, VariantFlowRun>();
    const run = async (flow: Flow, asks?: Asked) => {
      const before = world.slack.calls.length;
      const event = await live.get(flow)?.(asks);
      const slackCalls = world.slack.calls.length - before;
      if (event === undefined || runs.has(flow)) return;
      const look = 'operation' in flow.trigger ? await live.get(flow)?.() : undefined;
      runs.set(flow, {
        flow,
        outcome: event.outcome,
        reason: event.reason,
        cost: costOf(flow, { ...event, slackCalls }, look),
      });
    };
    for (const { flow: name, change, asks } of demo.phases) {
      if (change(world) !== undefined) continue;
      const noticing = flowFor(flows, name, variant);
      if (noticing !== undefined) await run(noticing, asks);
      for (const flow of flows) if (flow.reconciles && isOf(flow, name)) await run(flow);
    }
    return { runs: [...runs.values()], slack: seenInSlack(world) };
  } finally {
    await world.close();
  }
}

/** The blueprint's demo. Throws when it has none. */
export function demoOf(demos: readonly Demo[], { name }: Blueprint): Demo {
  const demo = demos.find(({ signal }) => signal === name);
  if (demo === undefined) throw new Error(`There is no demo of ${name}. Add one to demos.ts.`);
  return demo;
}

/** The flow that notices what a flow of the plain way would. */
function flowFor(flows: readonly Flow[], name: string | undefined, variant: string | undefined) {
  const [plain, changed] = [name, name === undefined ? variant : `${name}-${variant}`];
  return flows.find((flow) => flow.name === changed) ?? flows.find((flow) => flow.name === plain);
}

function isOf(flow: Flow, name: string | undefined): boolean {
  return flow.name === (name === undefined ? 'reconcile' : `${name}-reconcile`);
}

/** What an event cost, and a look that found nothing. Who is called does not look, but reads what the call names. */
function costOf({ trigger }: Flow, event: FlowRun, look: FlowRun | undefined): FlowCost {
  const isCalled = 'instant' in trigger || 'request' in trigger;
  return {
    event: {
      units: event.tasks + event.operations,
      salesforceCalls: event.salesforceCalls + (isCalled ? event.pollCalls : 0),
      slackCalls: event.slackCalls,
    },
    ...(look && !isCalled && { look: look.pollCalls }),
  };
}

/** A demo whose importer also chooses what the flow asks for beyond the plain way. */
export function choicesFor(demo: Demo, { actions, slackStep }: Flow): Demo {
  const announces = actions.some(({ choose = [] }) => choose.includes('announce_channel'));
  return {
    ...demo,
    chosen: {
      ...demo.chosen,
      ...(announces && {
        open_deal_room: { ...demo.chosen.open_deal_room, announce_channel: CHANNELS.wins },
        open_account_channel: { ...demo.chosen.open_account_channel, announce_channel: CHANNELS.wins },
      }),
      ...(slackStep && { channel_message: { channel: CHANNELS.wins } }),
    },
  };
}
