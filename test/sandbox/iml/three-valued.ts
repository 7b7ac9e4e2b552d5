import { Refusal } from './refusal.ts';

/** True when all are true, false when one is false; throws the first refusal only when no answer decides. */
export function allPass(checks: readonly (() => boolean)[]): boolean {
  return decide(checks, false);
}

/** True when one is true, false when all are false; throws the first refusal only when no answer decides. */
export function anyPasses(checks: readonly (() => boolean)[]): boolean {
  return decide(checks, true);
}

function decide(checks: readonly (() => boolean)[], deciding: boolean): boolean {
  const refusals: Refusal[] = [];
  let decided = false;
  for (const check of checks) {
    try {
      if (check() === deciding) decided = true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.push(error);
    }
  }
  if (decided) return deciding;
  if (refusals[0] !== undefined) throw refusals[0];
  return !deciding;
}
