import fc from 'fast-check';
import type { World } from '../../world.ts';

export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** Something that happens to a record at a time, in epoch milliseconds. */
export interface Entry {
  readonly at: number;
  readonly happen: () => void;
}

/** Lets everything happen in the order of time, what lies in the future left out; the clock ends where it was. */
export function live({ clock }: Pick<World, 'clock'>, entries: readonly Entry[]): void {
  const now = clock.now();
  for (const { at, happen } of entries.filter(({ at }) => at < now).sort((a, b) => a.at - b.at)) {
    clock.set(at);
    happen();
  }
  clock.set(now);
}

/** As many made-up items as are wanted, the same every time. */
export function madeUp<T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] {
  return fc.sample(fc.noBias(arbitrary), { numRuns: count, seed: 2026 });
}

/** One of some values; how often each comes up says its weight, a whole number. */
export function weighted<T>(weights: readonly (readonly [value: T, weight: number])[]): fc.Arbitrary<T> {
  return fc.oneof(...weights.map(([value, weight]) => ({ arbitrary: fc.constant(value), weight })));
}

/** A time in the year before `now`, between 8 and 18 o'clock in UTC; weights for Monday to Sunday. */
export function workingTime(now: number, weights: readonly number[]): fc.Arbitrary<number> {
  const today = Math.floor(now / DAY) * DAY;
  const days = Array.from({ length: 366 }, (_, ago) => today - ago * DAY);
  const weekday = (day: number) => (new Date(day).getUTCDay() + 6) % 7;
  return fc
    .tuple(
      weighted(days.map((day) => [day, weights[weekday(day)] ?? 0] as const)),
      fc.integer({ min: 8 * 60, max: 18 * 60 - 1 }),
    )
    .map(([day, minute]) => day + minute * 60_000);
}
