import { costOf } from '../../../blueprints/cost.ts';

/** Minutes between two polls, as entry plans of Make have it. */
const POLL_MINUTES = 15;

/** What firings would have cost on each platform. */
export interface PastCost {
  readonly zapier: { readonly tasks: number };
  /** Most of the `polls` find nothing; whether Make charges those is not documented. */
  readonly make: { readonly operations: number; readonly polls: number };
}

/** What it costs to deliver as often as a signal fired by its plain flow, as the sandbox measured one event, and to poll for so many days. */
export function pastCost(signal: string, fired: number, days: number): PastCost {
  const units = (platform: 'zapier' | 'make') => costOf(signal, undefined, platform).event.units * fired;
  return {
    zapier: { tasks: units('zapier') },
    make: { operations: units('make'), polls: (days * 24 * 60) / POLL_MINUTES },
  };
}
