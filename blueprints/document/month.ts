import type { Flow, OperationStep } from '../blueprint.ts';

/** A platform that blueprints are made for. */
export type Platform = 'zapier' | 'make';

/** Days of the month that costs are told for. */
const DAYS = 30;
const MINUTES_OF_DAY = 24 * 60;

/** Minutes between two looks where a flow says nothing: what Zapier's Professional plan does, what is usual on Make. */
const POLL_MINUTES: Readonly<Record<Platform, number>> = { zapier: 2, make: 15 };

/** How often a flow looks in a month, and how many of these looks ask Salesforce, the rest being in its quiet hours. */
export interface Month {
  readonly looks: number;
  readonly asking: number;
}

/** A month of a flow on a platform; one that is called, or started by the clock, does not look. */
export function monthOf(flow: Flow, platform: Platform): Month | undefined {
  const { trigger } = flow;
  if (!('operation' in trigger) || trigger.instant) return undefined;
  const looks = Math.round((DAYS * MINUTES_OF_DAY) / pollMinutesOf(flow, platform));
  return { looks, asking: Math.round(looks * awakeShareOf(trigger)) };
}

/** Minutes between two looks of a flow on a platform, as advised. */
export function pollMinutesOf({ pollMinutes }: Flow, platform: Platform): number {
  return pollMinutes ?? POLL_MINUTES[platform];
}

/** The most starts of a weekly flow in a month. */
export const WEEKLY_STARTS = Math.ceil(DAYS / 7);

/** The share of a week that is outside the quiet hours that a trigger is set up with. */
function awakeShareOf({ inputs }: OperationStep): number {
  const { quiet_from: from, quiet_to: to, quiet_days: days } = inputs;
  const quietDays = Array.isArray(days) ? days.length : 0;
  const quiet = typeof from === 'string' && typeof to === 'string' ? spanOf(from, to) : 0;
  return (1 - quiet / MINUTES_OF_DAY) * (1 - quietDays / 7);
}

/** Minutes from one time to the next other. */
function spanOf(from: string, to: string): number {
  return (minutesOf(to) - minutesOf(from) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
