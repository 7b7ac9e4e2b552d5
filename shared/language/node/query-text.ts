import type { Query } from '../query.ts';
import type { Expression } from './node.ts';

/** A SOQL query as text, with every value that is not a field of the queried object escaped and filled in at run time. */
export interface QueryTextNode {
  readonly kind: 'query-text';
  readonly type: 'text';
  readonly query: Query;
}

/** A SOQL query as text; parameters, notes and expressions over them become literals of the query. */
export function queryText(query: Query): Expression<'text'> {
  return Object.freeze({ kind: 'query-text', type: 'text', query });
}
