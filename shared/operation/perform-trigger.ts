import { prepareCall } from '../delivery/call.ts';
import type { Connection } from '../delivery/connection.ts';
import type { Context } from '../delivery/run.ts';
import { compileCondition, compileTemplate, compileValue } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { asList } from '../target/js/value.ts';
import { checkInputs } from './check-input.ts';
import type { Noted, PollingTrigger } from './polling-trigger.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a poll has besides its connection and inputs. */
export interface PollOptions extends Pick<Context, 'now' | 'sleep' | 'deadline'> {
  /**
   * The platform wants an example, or what there was before it starts to watch: rows of any age, after a check of
   * the inputs that only the org can judge.
   */
  readonly settingUp: boolean;
}

/** Something a trigger noticed. */
export interface Noticed extends Values {
  readonly id: string;
}

/** Runs one poll, newest first. Throws the errors of `shared/error.ts`. */
export type Poll = (
  connection: Connection,
  values: Values,
  options: PollOptions,
) => Promise<readonly Noticed[]>;

/**
 * Days a poll looks back: a connection that breaks on Friday evening and is renewed on Monday morning misses
 * nothing. The platform and the ledger drop what was seen before.
 */
export const LOOK_BACK_DAYS = 3;

const LOOK_BACK = LOOK_BACK_DAYS * 24 * 60 * 60 * 1000;

/** Compiles a trigger and returns what polls. */
export function prepareTrigger(trigger: PollingTrigger): Poll {
  const before = trigger.before && prepareRead(trigger.before);
  const awake = trigger.awake && compileCondition(trigger.awake);
  const when = trigger.when && compileCondition(trigger.when);
  const read = prepareCall(trigger.read);
  const rowsOf = compileValue(trigger.rows);
  const keeps = trigger.keep && compileCondition(trigger.keep);
  const toItem = compileTemplate(trigger.item);
  return async ({ salesforce, slack, ...given }, values, { settingUp, ...time }) => {
    const checked = checkInputs(trigger.operation, values);
    const since = new Date(settingUp ? 0 : time.now() - LOOK_BACK).toISOString();
    const parameters = { ...checked, since, oldest: since };
    const context = { salesforce, slack, ...time };
    const scope = (notes: Values, more: Partial<Scope> = {}): Scope => ({
      record: {},
      parameters,
      notes,
      answer: undefined,
      now: time.now(),
      locale: String(checked.locale ?? 'en-US'),
      fiscalYearStartMonth: 1,
      ...more,
    });
    const poll = async () => {
      if (!settingUp && awake?.(scope(given)) === false) return [];
      const notes = { ...given, ...(await before?.(context, scope(given), scope)) };
      if (when?.(scope(notes)) === false) return [];
      const { answer, problem } = await read(context, scope(notes));
      if (problem) throw problem;
      const found = asList(rowsOf(scope(notes, { answer }))) as readonly Values[];
      return found
        .map((record) => scope(notes, { answer, record }))
        .filter((row) => keeps?.(row) ?? true)
        .map((row) => toItem(row) as Noticed);
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
  return async (
    context: Context,
    before: Scope,
    scope: (notes: Values, more: Partial<Scope>) => Scope,
  ): Promise<Values> => {
    if (holds?.(before) === false) return {};
    const { answer, problem } = await make(context, before);
    if (problem) throw problem;
    return write(scope(before.notes, { answer })) as Values;
  };
}
