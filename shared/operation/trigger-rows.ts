import { prepareCall } from '../delivery/call.ts';
import type { Context } from '../delivery/run.ts';
import type { CompositeCall } from '../delivery/step.ts';
import { compileCondition, compileTemplate, compileValue } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import { asList } from '../target/js/value.ts';
import { withAllPages } from './all-pages.ts';
import type { PollingTrigger } from './polling-trigger.ts';

type Values = Readonly<Record<string, unknown>>;

/** Something a trigger noticed. */
export interface Noticed extends Values {
  readonly id: string;
}

/**
 * Days a poll looks back: a connection that breaks on Friday evening and is renewed on Monday morning misses
 * nothing. The platform and the ledger drop what was seen before.
 */
export const LOOK_BACK_DAYS = 3;

/** Milliseconds of a day. */
export const DAY = 24 * 60 * 60 * 1000;

/** The days a poll looks back, in milliseconds. */
export const LOOK_BACK = LOOK_BACK_DAYS * DAY;

/** What expressions of a trigger see, with notes and, for a row, more. */
export type ScopeOf = (notes: Values, more?: Partial<Scope>) => Scope;

/** The scopes of a trigger with checked inputs that reads what happened since a time; both are epoch milliseconds. */
export function scopeWith(checked: Values, since: number, now: number): ScopeOf {
  const oldest = new Date(since).toISOString();
  return (notes, more = {}) => ({
    record: {},
    parameters: { ...checked, since: oldest, oldest },
    notes,
    answer: undefined,
    now,
    locale: String(checked.locale ?? 'en-US'),
    fiscalYearStartMonth: 1,
    ...more,
  });
}

/** Compiles a read of a trigger's rows and what it returns of each. */
export function prepareRows({ rows, keep, item }: PollingTrigger, call: CompositeCall) {
  const read = prepareCall(call);
  const rowsOf = compileValue(rows);
  const keeps = keep && compileCondition(keep);
  const toItem = compileTemplate(item);
  return async (context: Context, scope: ScopeOf, notes: Values): Promise<readonly Noticed[]> => {
    const { answer, problem } = await read(context, scope(notes));
    if (problem) throw problem;
    const whole = await withAllPages(context.salesforce, answer);
    const found = asList(rowsOf(scope(notes, { answer: whole }))) as readonly Values[];
    return found
      .map((record) => scope(notes, { answer: whole, record }))
      .filter((row) => keeps?.(row) ?? true)
      .map((row) => toItem(row) as Noticed);
  };
}
