import type { Connection } from '../delivery/connection.ts';
import type { Context } from '../delivery/run.ts';
import { checkInputs } from './check-input.ts';
import { isMissed, type MissedTrigger, missedOperation, missedRead } from './missed.ts';
import { DAY, type Noticed, prepareRows, scopeWith } from './trigger-rows.ts';

/** Finds the events of a trigger that nobody delivered, newest first. Throws the errors of `shared/error.ts`. */
export type FindMissed = (
  connection: Connection,
  values: Readonly<Record<string, unknown>>,
  time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
) => Promise<readonly Noticed[]>;

/** Compiles the search for what a trigger missed. */
export function prepareMissed(trigger: MissedTrigger): FindMissed {
  const operation = missedOperation(trigger);
  const readRows = prepareRows({ ...trigger, keep: isMissed(trigger) }, missedRead(trigger));
  return ({ salesforce, slack, ...given }, values, time) => {
    const checked = checkInputs(operation, values);
    const scope = scopeWith(checked, time.now() - Number(checked.days) * DAY, time.now());
    return readRows({ salesforce, slack, ...time }, scope, given);
  };
}
