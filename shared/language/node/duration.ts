import type { Expression } from './node.ts';

/**
 * A span of minutes in words, rounded down to whole minutes; a missing span stays missing, a negative one is `0 min`.
 *
 * From a day on days and hours (`1 d 2 h`, `3 d`), from an hour on hours and minutes (`2 h 5 min`, `2 h`), else
 * minutes (`45 min`); a second part of 0 is left out. A day has 1,440 minutes.
 */
export interface DurationNode {
  readonly kind: 'duration';
  readonly type: 'text';
  readonly minutes: Expression<'number'>;
}

/** A span of minutes in words. */
export function duration(minutes: Expression<'number'>): Expression<'text'> {
  return Object.freeze({ kind: 'duration', type: 'text', minutes });
}
