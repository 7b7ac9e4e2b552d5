import type { ChildQuery } from '../language/index.ts';
import { compileCondition, compileValue } from '../target/js/compile.ts';
import type { Scope } from '../target/js/scope.ts';
import type { Moment, Past, Row } from './past.ts';

/** A time at which the signal would have fired. */
export interface Firing {
  /** The event key of its delivery. */
  readonly key: string;
  readonly recordId: string;
  /** Whose record it is today; empty when nobody's. */
  readonly owner: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * Lets a trigger look at every record at every moment of its history, with the filter and the event key that it has, and
 * returns what it would have noticed first under each key, in the order of the records.
 */
export function findFirings(past: Past, records: readonly Row[], scope: Scope): readonly Firing[] {
  const fires = compileCondition(past.fires);
  const keyOf = compileValue(past.key);
  const asRead = prepareHistory(past.history?.read, scope);
  const firings = new Map<string, Firing>();
  for (const record of records)
    for (const moment of past.momentsOf(record, changesOf(past, record))) {
      const seen = { ...scope, record: asRead(moment) };
      if (!fires(seen)) continue;
      const key = String(keyOf(seen));
      if (firings.has(key)) continue;
      firings.set(key, {
        key,
        recordId: String(record.Id),
        owner: String((record.Owner as Row | null)?.Name ?? ''),
        at: Date.parse(moment.at),
      });
    }
  return [...firings.values()];
}

/** The rows of the history that came with a record, newest first. */
export function changesOf({ history }: Pick<Past, 'history'>, record: Row): readonly Row[] {
  const child = history && (record[history.whole.relationship] as { readonly records?: readonly Row[] });
  return child?.records ?? [];
}

/** Gives the record of a moment those rows of its history that the trigger's own query would have read then. */
function prepareHistory(read: ChildQuery | undefined, scope: Scope): (moment: Moment) => Row {
  if (read === undefined) return ({ record }) => record;
  const counts = read.where && compileCondition(read.where);
  return ({ record, changes }) => {
    const records = changes.filter((row) => counts?.({ ...scope, record: row }) ?? true).slice(0, read.limit);
    return { ...record, [read.relationship]: { totalSize: records.length, done: true, records } };
  };
}
