import type { Answer } from '../delivery/call.ts';
import type { Connection } from '../delivery/connection.ts';
import type { Context } from '../delivery/run.ts';
import { type Notes, prepareStep } from '../delivery/run-step.ts';
import { compileCondition, compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { checkInputs } from './check-input.ts';
import { DAYS_KEY, type Search } from './search.ts';
import { DAY } from './trigger-rows.ts';

type Values = Readonly<Record<string, unknown>>;

/** Runs a search: the one thing it finds, or an empty list. Throws the errors of `shared/error.ts`. */
export type RunSearch = (
  connection: Pick<Connection, 'salesforce' | 'slack' | 'instanceUrl'>,
  values: Values,
  time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
) => Promise<readonly Values[]>;

/** Compiles a search and returns what runs it. */
export function prepareSearch({
  operation,
  countsBack,
  before = [],
  found,
  item,
  ...read
}: Search): RunSearch {
  const steps = [...before, { name: operation.key, ...read }].map(prepareStep);
  const isFound = compileCondition(found);
  const toItem = compileTemplate(item);
  return async ({ salesforce, slack, instanceUrl }, values, time) => {
    const checked = checkInputs(operation, values);
    const parameters = countsBack
      ? { ...checked, since: daysBefore(time.now(), checked[DAYS_KEY]) }
      : checked;
    const notes: Notes = { instanceUrl };
    const scope = (answer?: Answer): Scope => ({
      record: (notes.record ?? {}) as Scope['record'],
      parameters,
      notes,
      answer,
      now: time.now(),
      locale: String(parameters.locale ?? 'en-US'),
      fiscalYearStartMonth: 1,
    });
    for (const step of steps) await step({ salesforce, slack, ...time }, notes, scope);
    return isFound(scope()) ? [toItem(scope()) as Values] : [];
  };
}

function daysBefore(now: number, days: unknown): string {
  return new Date(now - Number(days) * DAY).toISOString();
}
