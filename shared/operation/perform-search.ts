import { type Answer, prepareCall } from '../delivery/call.ts';
import type { Connection } from '../delivery/connection.ts';
import type { Context } from '../delivery/run.ts';
import { compileCondition, compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { checkInputs } from './check-input.ts';
import type { Search } from './search.ts';

type Values = Readonly<Record<string, unknown>>;

/** Runs a search: the one thing it finds, or an empty list. Throws the errors of `shared/error.ts`. */
export type RunSearch = (
  connection: Pick<Connection, 'salesforce' | 'slack' | 'instanceUrl'>,
  values: Values,
  time: Pick<Context, 'now' | 'sleep' | 'deadline'>,
) => Promise<readonly Values[]>;

/** Compiles a search and returns what runs it. */
export function prepareSearch({ operation, call, notes, found, item }: Search): RunSearch {
  const make = prepareCall(call);
  const write = compileTemplate(notes);
  const isFound = compileCondition(found);
  const toItem = compileTemplate(item);
  return async ({ salesforce, slack, instanceUrl }, values, time) => {
    const parameters = checkInputs(operation, values);
    const scope = (noted: Values, answer?: Answer): Scope => ({
      record: (noted.record ?? {}) as Scope['record'],
      parameters,
      notes: noted,
      answer,
      now: time.now(),
      locale: String(parameters.locale ?? 'en-US'),
      fiscalYearStartMonth: 1,
    });
    const given = { instanceUrl };
    const { answer, problem } = await make({ salesforce, slack, ...time }, scope(given));
    if (problem) throw problem;
    const noted = { ...given, ...(write(scope(given, answer)) as Values) };
    return isFound(scope(noted)) ? [toItem(scope(noted)) as Values] : [];
  };
}
