import { prepareCall } from '../delivery/call.ts';
import type { Connection } from '../delivery/connection.ts';
import type { Context } from '../delivery/run.ts';
import { compileCondition, compileTemplate } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { checkInputs } from './check-input.ts';
import type { Noted, PollingTrigger } from './polling-trigger.ts';
import { LOOK_BACK, type Noticed, prepareRows, type ScopeOf, scopeWith } from './trigger-rows.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a poll has besides its connection and inputs. */
export interface PollOptions extends Pick<Context, 'now' | 'sleep' | 'deadline'> {
  /**
   * The platform wants an example, or what there was before it starts to watch: rows of any age, after a check of
   * the inputs that only the org can judge.
   */
  readonly settingUp: boolean;
}

/** Runs one poll, newest first. Throws the errors of `shared/error.ts`. */
export type Poll = (
  connection: Connection,
  values: Values,
  options: PollOptions,
) => Promise<readonly Noticed[]>;

/** Compiles a trigger and returns what polls. */
export function prepareTrigger(trigger: PollingTrigger): Poll {
  const before = trigger.before && prepareRead(trigger.before);
  const awake = trigger.awake && compileCondition(trigger.awake);
  const when = trigger.when && compileCondition(trigger.when);
  const readRows = prepareRows(trigger, trigger.read);
  return async ({ salesforce, slack, ...given }, values, { settingUp, ...time }) => {
    const checked = checkInputs(trigger.operation, values);
    const context = { salesforce, slack, ...time };
    const scope = scopeWith(checked, settingUp ? 0 : time.now() - LOOK_BACK, time.now());
    const poll = async () => {
      if (!settingUp && awake?.(scope(given)) === false) return [];
      const notes = { ...given, ...(await before?.(context, scope(given), scope)) };
      if (when?.(scope(notes)) === false) return [];
      return readRows(context, scope, notes);
    };
    const [noticed] = await Promise.all([
      poll(),
      settingUp ? trigger.check?.(salesforce, checked) : undefined,
    ]);
    return noticed;
  };
}

function prepareRead({ when, call, notes }: Noted) {
  const holds = when && compileCondition(when);
  const make = prepareCall(call);
  const write = compileTemplate(notes);
  return async (context: Context, before: Scope, scope: ScopeOf): Promise<Values> => {
    if (holds?.(before) === false) return {};
    const { answer, problem } = await make(context, before);
    if (problem) throw problem;
    return write(scope(before.notes, { answer })) as Values;
  };
}
