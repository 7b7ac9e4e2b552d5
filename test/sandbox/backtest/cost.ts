import type { Demo } from '../signal/demo.ts';
import { demos } from '../signal/demos.ts';
import { runSignal } from '../signal/run-signal.ts';
import type { Platform } from '../signal/switch-on.ts';

/** Minutes between two polls, as entry plans have it. */
const POLL_MINUTES = 15;

/** What firings would have cost on each platform. */
export interface PastCost {
  readonly zapier: { readonly tasks: number };
  /** `polls` come on top as long as the scenario polls: each is an operation, found or not. */
  readonly make: { readonly operations: number; readonly polls: number };
}

/** Delivers a signal once on each platform in the sandbox, and counts what that cost as often as the signal fired. */
export async function costOf(signal: string, fired: number, days: number): Promise<PastCost> {
  const demo = demos.find((each) => each.signal === signal);
  if (demo === undefined) throw new Error(`The sandbox has no demo of ${signal}.`);
  const zapier = await once(demo, 'zapier');
  const make = await once(demo, 'make');
  return {
    zapier: { tasks: zapier.tasks * fired },
    make: { operations: make.operations * fired, polls: (days * 24 * 60) / POLL_MINUTES },
  };
}

/** The cost of the first thing that happens in a demo: one firing. */
async function once(demo: Demo, platform: Platform) {
  const { outcome, reason, cost } = await runSignal({ ...demo, phases: demo.phases.slice(0, 1) }, platform);
  if (outcome !== 'delivered') throw new Error(`${demo.signal} was not delivered on ${platform}: ${reason}`);
  return cost;
}
