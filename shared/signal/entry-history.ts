import {
  type ChildQuery,
  childField,
  type Expression,
  fallback,
  field,
  isIn,
  not,
  stamp,
} from '../language/index.ts';
import type { EnteredNode } from '../language/node/entered.ts';

/**
 * The subquery behind an entry stamp: the newest row of the history at which the record was outside the states.
 * It travels with the record's own query and costs no call; undefined when the object keeps no such history.
 */
export function entryHistory({ path, states, history }: EnteredNode): ChildQuery | undefined {
  if (history === undefined) return undefined;
  const createdDate = field('instant', 'CreatedDate');
  return {
    relationship: history,
    select: [createdDate],
    where: not(isIn(field('text', path.join('.')), states)),
    orderBy: [{ by: createdDate, direction: 'descending' }],
    limit: 1,
  };
}

/**
 * What tells one entry from the next: when the record was last outside the states, read by `entryHistory`, or `new` when
 * it never was.
 */
export function entryStamp(history: string): Expression<'text'> {
  return fallback(stamp(childField('instant', history, 0, 'CreatedDate')), 'new');
}
