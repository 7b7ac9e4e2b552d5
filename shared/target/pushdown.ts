import { NotExpressibleError } from '../error.ts';
import { and } from '../language/node/and.ts';
import type { Condition } from '../language/node/node.ts';

/** A filter split between a target and what `js` has to check on each record that comes through. */
export interface Pushdown {
  /** Said by the target; undefined when it can say nothing of the filter. */
  readonly pushed: Condition | undefined;
  /** Left to `js`; undefined when the target says it all. */
  readonly rest: Condition | undefined;
  /** Why each part of the rest is there. */
  readonly refusals: readonly NotExpressibleError[];
}

/**
 * Splits the conditions that must all hold into those that a target can say and the others; both together are the
 * filter. `say` compiles for the target and throws NotExpressibleError for what it cannot say.
 */
export function pushdown(filter: Condition, say: (condition: Condition) => unknown): Pushdown {
  const pushed: Condition[] = [];
  const rest: Condition[] = [];
  const refusals: NotExpressibleError[] = [];
  for (const condition of conjuncts(filter))
    try {
      say(condition);
      pushed.push(condition);
    } catch (error) {
      if (!(error instanceof NotExpressibleError)) throw error;
      rest.push(condition);
      refusals.push(error);
    }
  return Object.freeze({ pushed: together(pushed), rest: together(rest), refusals: Object.freeze(refusals) });
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.conditions.flatMap(conjuncts) : [condition];
}

function together(conditions: readonly Condition[]): Condition | undefined {
  return conditions.length > 1 ? and(...conditions) : conditions[0];
}
