import type { Alternatives, Step } from '../../shared/delivery/step.ts';

/** Requests that one run of a delivery module may make; further pages of the bot's rooms, after a crash, apart. */
export const REQUEST_LIMIT = 30;

/** Calls that one run makes at most. Throws when an alternative names a step that the table does not have. */
export function mostRequests(steps: readonly Step[], alternatives: readonly Alternatives[]): number {
  const calls = steps.filter(({ call }) => call !== undefined).map(({ name }) => name);
  const named = alternatives.flat(2);
  const unknown = named.find((name) => !calls.includes(name));
  if (unknown !== undefined) throw new Error(`No step with a call is named "${unknown}".`);
  const others = calls.filter((name) => !named.includes(name)).length;
  return alternatives.reduce((sum, groups) => sum + Math.max(...groups.map(({ length }) => length)), others);
}
