import type { Operations } from '../operation/salesforce-access.ts';

/** API calls when every trigger polls once: one each, and one more where something is read before. */
export function callsOfRound({ triggers }: Operations): number {
  return triggers.reduce((sum, { before }) => sum + (before === undefined ? 1 : 2), 0);
}
