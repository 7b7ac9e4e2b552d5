import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Condition, Expression } from './node.ts';

/** The rows of another object whose lookup a field is compared with; no child rows, order or limit. */
export interface SemiJoin {
  readonly from: string;
  /** A lookup, read on the object itself. */
  readonly select: Expression<'text'>;
  readonly where: Condition;
}

/**
 * The lookup is one that some row of another object holds: Salesforce's semi-join. Only a query can ask that; at most
 * two stand in one, none of them inside an `or`, and none reads tasks or events (SOQL reference).
 */
export interface InQueryNode {
  readonly kind: 'in-query';
  readonly type: 'boolean';
  readonly value: Expression<'text'>;
  readonly query: SemiJoin;
}

/** The lookup is one that some row of another object holds. */
export function inQuery(value: Expression<'text'>, query: SemiJoin): Condition {
  if (/^(Task|Event|ActivityHistory|OpenActivity|Note|Attachment)$/.test(query.from))
    throw new InvalidTreeError('in-query', 'from', `Salesforce allows no semi-join on ${query.from}`);
  return Object.freeze({ kind: 'in-query', type: 'boolean', value, query: Object.freeze(query) });
}
