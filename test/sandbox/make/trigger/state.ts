import { MakeLimitError } from '../error.ts';
import { MODULE_LIMITS } from '../runtime/budget.ts';

/** What a polling trigger remembers between runs. */
export interface TriggerState {
  /** Epoch milliseconds; of triggers of type date. */
  readonly lastDate: number | undefined;
  /** The id emitted last. */
  readonly lastId: string | undefined;
  /** The ids already emitted at `lastDate`. */
  readonly ids: readonly string[];
  /** Whether the user chose an item to start at, so that items at `lastDate` count as well. */
  readonly matchEqual: boolean;
}

/** Where a trigger starts, as the user chooses it: everything, from a date on, or a date out of the trigger's epoch list. */
export type TriggerStart = 'all' | 'now' | { readonly since: number } | { readonly chosen: number };

/** The state of a trigger whose start was just chosen; `now` is epoch milliseconds. */
export function startState(start: TriggerStart, now: number): TriggerState {
  const at = (lastDate: number, matchEqual = false): TriggerState => ({
    lastDate,
    lastId: undefined,
    ids: [],
    matchEqual,
  });
  if (start === 'all') return at(0);
  if (start === 'now') return at(now);
  return 'since' in start ? at(start.since) : at(start.chosen, true);
}

/** Throws MakeLimitError for a state that Make would not keep. */
export function checkState(state: TriggerState): TriggerState {
  const size = Buffer.byteLength(JSON.stringify(state));
  if (size > MODULE_LIMITS.triggerState)
    throw new MakeLimitError(
      `The trigger's state is ${size} bytes; Make keeps ${MODULE_LIMITS.triggerState}. Shorten the ids or spread the dates.`,
    );
  return state;
}
