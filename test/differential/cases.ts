/** How often each node is tried in each target; more through the environment variable DEALWIRE_CASES. */
export const CASES = Math.max(1000, Number(process.env.DEALWIRE_CASES ?? 0) || 0);

/** Scopes tried with one tree, so that compiling does not take most of the time. */
export const SCOPES_PER_TREE = 20;

/** The settings of every property: the same cases each time, and the smallest failing one shown. */
export const PROPERTY = { seed: 20_261_120, numRuns: Math.ceil(CASES / SCOPES_PER_TREE) } as const;

/** Counts what really ran in a target, and says so in one line. */
export interface Counter {
  count: number;
}

/** A missing value, however a target writes it. */
export function settled(value: unknown): unknown {
  return value === null || value === '' ? undefined : value;
}
