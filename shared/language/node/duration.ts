import type { Expression } from './node.ts';

/** A span of minutes in words, such as `1 d 2 h` or `45 min`; a missing span stays missing. */
export interface DurationNode {
  readonly kind: 'duration';
  readonly type: 'text';
  readonly minutes: Expression<'number'>;
}

/** A span of minutes in words. */
export function duration(minutes: Expression<'number'>): Expression<'text'> {
  return Object.freeze({ kind: 'duration', type: 'text', minutes });
}
