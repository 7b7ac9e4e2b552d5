import { DateTime } from 'luxon';
import type { FakeClock } from '../clock.ts';
import type { Scenario } from './open-scenario.ts';
import { refuse } from './refuse.ts';

/** When a scenario runs; it is not part of a blueprint file. */
export type Scheduling =
  | { readonly type: 'immediately' }
  | { readonly type: 'on-demand' }
  /** Every `interval` seconds, 60 at least. */
  | { readonly type: 'indefinitely'; readonly interval: number }
  /** Each day at `time` (`HH:mm`) in the organisation's zone. */
  | { readonly type: 'daily'; readonly time: string }
  /** Each week on a day, 1 for Monday to 7 for Sunday; how Make itself numbers days is not described. */
  | { readonly type: 'weekly'; readonly weekday: number; readonly time: string }
  | { readonly type: 'once' | 'monthly' | 'yearly' };

/**
 * Moves the clock to an instant (epoch milliseconds), and runs on the way what the schedule and Make's own retries call
 * for, each at its time. The first scheduled run is one interval, or the next time of day, after now.
 */
export async function runUntil(
  scenario: Scenario,
  scheduling: Scheduling,
  clock: FakeClock,
  timezone: string,
  end: number,
): Promise<void> {
  let next = nextRun(scheduling, clock.now(), timezone);
  for (;;) {
    const retries = scenario.incomplete.flatMap(({ due }) => (due === undefined ? [] : [due]));
    const at = Math.min(...retries, next);
    if (at > end) break;
    clock.set(Math.max(at, clock.now()));
    await scenario.resumeDue();
    if (next > at) continue;
    await scenario.run();
    next = nextRun(scheduling, clock.now(), timezone);
  }
  clock.set(Math.max(end, clock.now()));
}

/** When a scenario runs next, after an instant; both in epoch milliseconds. Never for one that is started otherwise. */
export function nextRun(scheduling: Scheduling, now: number, timezone: string): number {
  switch (scheduling.type) {
    case 'immediately':
    case 'on-demand':
      return Number.POSITIVE_INFINITY;
    case 'indefinitely':
      if (scheduling.interval < 60)
        throw new Error(`The interval is ${scheduling.interval} s; Make takes 60 or more.`);
      return now + scheduling.interval * 1000;
    case 'daily':
      return nextTimeOfDay(scheduling.time, now, timezone);
    case 'weekly':
      return nextWeekday(scheduling.weekday, scheduling.time, now, timezone);
    default:
      return refuse('schedule-kind', scheduling.type);
  }
}

function nextTimeOfDay(time: string, now: number, timezone: string): number {
  const today = timeOfDay(time, now, timezone);
  return (today.toMillis() > now ? today : today.plus({ days: 1 })).toMillis();
}

function nextWeekday(weekday: number, time: string, now: number, timezone: string): number {
  const today = timeOfDay(time, now, timezone);
  const next = today.plus({ days: (weekday - today.weekday + 7) % 7 });
  return (next.toMillis() > now ? next : next.plus({ days: 7 })).toMillis();
}

function timeOfDay(time: string, now: number, timezone: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return DateTime.fromMillis(now, { zone: timezone }).set({ hour, minute, second: 0, millisecond: 0 });
}
