import { DAY } from '../operation/trigger-rows.ts';
import { localTime } from '../target/js/text/local-time.ts';
import type { Firing } from './find-firings.ts';

export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** How often a signal would have fired. */
export interface Tally {
  readonly fired: number;
  /** Records that it would have fired for. */
  readonly records: number;
  /** The busiest first, those with equal counts by name; somebody without a name is `nobody`. */
  readonly byOwner: readonly { readonly owner: string; readonly fired: number }[];
  /** All seven, from Monday on. */
  readonly byWeekday: readonly { readonly weekday: (typeof WEEKDAYS)[number]; readonly fired: number }[];
  /** Every day from the first to the last, `yyyy-mm-dd`, quiet ones too. */
  readonly byDay: readonly { readonly day: string; readonly fired: number }[];
}

/** Counts what happened from `since` on and before `until`, both in epoch milliseconds, by the days of a time zone. */
export function tally(
  firings: readonly Firing[],
  { since, until, zone }: { readonly since: number; readonly until: number; readonly zone: string },
): Tally {
  const counted = firings.filter(({ at }) => at >= since && at < until);
  const byDay = countBy(counted, ({ at }) => localTime(at, zone).day);
  const byWeekday = countBy(counted, ({ at }) => weekdayOf(localTime(at, zone).day));
  const byOwner = countBy(counted, ({ owner }) => owner || 'nobody');
  return {
    fired: counted.length,
    records: new Set(counted.map(({ recordId }) => recordId)).size,
    byOwner: [...byOwner]
      .map(([owner, fired]) => ({ owner, fired }))
      .sort((a, b) => b.fired - a.fired || (a.owner < b.owner ? -1 : 1)),
    byWeekday: WEEKDAYS.map((weekday) => ({ weekday, fired: byWeekday.get(weekday) ?? 0 })),
    byDay: daysBetween(localTime(since, zone).day, localTime(until - 1, zone).day).map((day) => ({
      day,
      fired: byDay.get(day) ?? 0,
    })),
  };
}

function countBy<K>(firings: readonly Firing[], keyOf: (firing: Firing) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const firing of firings) counts.set(keyOf(firing), (counts.get(keyOf(firing)) ?? 0) + 1);
  return counts;
}

function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? 'Monday';
}

function daysBetween(first: string, last: string): readonly string[] {
  const days = Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;
  return Array.from({ length: days }, (_, number) =>
    new Date(Date.parse(first) + number * DAY).toISOString().slice(0, 10),
  );
}
