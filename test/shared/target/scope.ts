import type { Scope } from '../../../shared/target/js/scope.ts';

/** Friday, 20 November 2026, 22:05:07 UTC. */
export const NOW = Date.UTC(2026, 10, 20, 22, 5, 7);

/** A scope with nothing in it but what is given. */
export function scopeOf(parts: Partial<Scope> = {}): Scope {
  return {
    record: {},
    parameters: {},
    notes: {},
    answer: undefined,
    now: NOW,
    locale: 'en-US',
    fiscalYearStartMonth: 1,
    ...parts,
  };
}
