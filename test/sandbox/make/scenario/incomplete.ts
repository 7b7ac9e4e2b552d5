import type { MakeError } from '../error.ts';
import type { Continuation, Unfinished } from './execution.ts';

/** An incomplete execution that Make stored. */
export interface IncompleteExecution {
  readonly id: number;
  /** The module it stopped at. */
  readonly module: number;
  readonly error: MakeError;
  /** Attempts to finish it so far. */
  readonly attempts: number;
  /** When the next attempt is due, in epoch milliseconds; undefined when a person has to repair it. */
  readonly due: number | undefined;
}

interface Stored extends IncompleteExecution {
  readonly resume: Continuation;
  readonly waits: readonly number[];
}

/** The store of incomplete executions of one scenario. */
export interface IncompleteStore {
  all(): readonly IncompleteExecution[];
  add(unfinished: Unfinished, now: number): void;
  /** Runs one again; it leaves the store when nothing was left unfinished, else it stays with its next date. */
  retry(
    id: number,
    now: () => number,
    attempt: (resume: Continuation) => Promise<readonly Unfinished[]>,
  ): Promise<void>;
}

export function createIncompleteStore(): IncompleteStore {
  const stored = new Map<number, Stored>();
  let last = 0;
  const add = (unfinished: Unfinished, now: number) => {
    last += 1;
    stored.set(last, entry(last, unfinished, unfinished.waits, 0, now));
  };
  return {
    all: () => [...stored.values()].map(({ resume: _resume, waits: _waits, ...visible }) => visible),
    add,
    retry: async (id, now, attempt) => {
      const item = stored.get(id);
      if (item === undefined) return;
      const [again, ...others] = await attempt(item.resume);
      if (again === undefined) stored.delete(id);
      else {
        const waits = again.waits.length === 0 ? [] : item.waits;
        stored.set(id, entry(id, again, waits, item.attempts + 1, now()));
      }
      for (const other of others) add(other, now());
    },
  };
}

function entry(
  id: number,
  unfinished: Unfinished,
  waits: readonly number[],
  attempts: number,
  now: number,
): Stored {
  const { module, error, resume } = unfinished;
  const wait = waits[attempts];
  return {
    id,
    module,
    error,
    resume,
    waits,
    attempts,
    due: wait === undefined ? undefined : now + wait * 60_000,
  };
}
