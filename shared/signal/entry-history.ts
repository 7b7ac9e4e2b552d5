import type { EnteredNode } from '../language/node/entered.ts';
import { field } from '../language/node/field.ts';
import { isIn } from '../language/node/in.ts';
import { not } from '../language/node/not.ts';
import type { ChildQuery } from '../language/query.ts';

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
