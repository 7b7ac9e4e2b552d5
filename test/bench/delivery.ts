import { dependencies } from '../../shared/delivery/dependency.ts';
import type { Call } from '../../shared/delivery/step.ts';
import { openDealRoom } from '../../shared/operation/action/open-deal-room.ts';
import { deliver, wonDeal } from '../crash/deal.ts';
import { connectTo } from '../sandbox/world.ts';

/** How a delivery spends its time when every answer takes as long. */
export interface DeliveryNumbers {
  readonly salesforceCalls: number;
  readonly slackCalls: number;
  /** Calls of the longest chain in which each must wait for the one before. */
  readonly longestChain: number;
  readonly wallTime: number;
  /** Wall time over the time of the longest chain; the budget is 1.15. */
  readonly ratio: number;
}

/** Milliseconds added to each stand-in's answer. */
const LATENCY = 100;
const RUNS = 3;

/** Delivers the sample deal's room with three people against slow stand-ins; the fastest of a few runs. */
export async function measureDelivery(): Promise<DeliveryNumbers> {
  await measureOnce();
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce());
  return runs.reduce((best, run) => (run.wallTime < best.wallTime ? run : best));
}

async function measureOnce(): Promise<DeliveryNumbers> {
  const world = await wonDeal();
  const connection = connectTo(world);
  const calls: string[] = [];
  world.salesforce.delay(LATENCY);
  world.slack.delay(LATENCY);
  const start = performance.now();
  await deliver(
    world,
    { write_back: false },
    {
      ...connection,
      salesforce: (call) => {
        calls.push(Object.keys(partsOf(call.body)).join());
        return connection.salesforce(call);
      },
      slack: (method, body) => {
        calls.push(method);
        return connection.slack(method, body);
      },
    },
  );
  const wallTime = performance.now() - start;
  const longestChain = longest(calls);
  const numbers = { salesforceCalls: world.salesforce.apiCalls, slackCalls: world.slack.calls.length };
  await world.close();
  return { ...numbers, longestChain, wallTime, ratio: wallTime / (longestChain * LATENCY) };
}

/** The longest chain of steps that made a call, by the delivery's own dependencies. */
function longest(calls: readonly string[]): number {
  const left = [...calls];
  const waits = dependencies(openDealRoom.delivery.steps);
  const depths: number[] = [];
  for (const [position, { call }] of openDealRoom.delivery.steps.entries()) {
    const made = call === undefined ? -1 : left.indexOf(signature(call));
    if (made >= 0) left.splice(made, 1);
    const before = Math.max(0, ...(waits[position] ?? []).map((earlier) => depths[earlier] ?? 0));
    depths.push(before + (made >= 0 ? 1 : 0));
  }
  if (left.length > 0) throw new Error(`No step makes the calls ${left.join(', ')}.`);
  return Math.max(...depths);
}

function signature(call: Call): string {
  return call.to === 'slack' ? call.method : Object.keys(call.parts).join();
}

function partsOf(body: unknown): Readonly<Record<string, unknown>> {
  const { compositeRequest } = body as {
    readonly compositeRequest: readonly { readonly referenceId: string }[];
  };
  return Object.fromEntries(compositeRequest.map(({ referenceId }) => [referenceId, true]));
}
