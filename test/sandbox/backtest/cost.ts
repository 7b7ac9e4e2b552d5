import { demos } from '../signal/demos.ts';
import { runSignal } from '../signal/run-signal.ts';
import type { Platform } from '../signal/switch-on.ts';

/** Minutes between two polls, as entry plans have it. */
const POLL_MINUTES = 15;

/** What one delivery costs. */
export interface DeliveryCost {
  readonly tasks: number;
  readonly operations: number;
}

/** What firings would have cost on each platform. */
export interface PastCost {
  readonly zapier: { readonly tasks: number };
  /** Most of the `polls` find nothing; whether Make charges those is not documented. */
  readonly make: { readonly operations: number; readonly polls: number };
}

/** Delivers a signal once on each platform in the sandbox, and counts that. */
export async function measureDelivery(signal: string): Promise<DeliveryCost> {
  const { tasks } = await once(signal, 'zapier');
  const { operations } = await once(signal, 'make');
  return { tasks, operations };
}

/** What it costs to deliver as often as a signal fired, and to poll for so many days. */
export function costOf({ tasks, operations }: DeliveryCost, fired: number, days: number): PastCost {
  return {
    zapier: { tasks: tasks * fired },
    make: { operations: operations * fired, polls: (days * 24 * 60) / POLL_MINUTES },
  };
}

/** The cost of the first thing that happens in a signal's demo: one firing. */
async function once(signal: string, platform: Platform) {
  const demo = demos.find((each) => each.signal === signal);
  if (demo === undefined) throw new Error(`The sandbox has no demo of ${signal}.`);
  const { outcome, reason, cost } = await runSignal({ ...demo, phases: demo.phases.slice(0, 1) }, platform);
  if (outcome !== 'delivered') throw new Error(`${signal} was not delivered on ${platform}: ${reason}`);
  return cost;
}
