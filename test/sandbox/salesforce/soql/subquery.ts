import type { Subquery } from 'soql-parser-js';
import { badRequest } from '../error.ts';
import { findChildren } from '../visible.ts';
import { refuseUnsupported } from './clause.ts';
import { malformed } from './malformed.ts';
import { compileOrder, recordOrder } from './order.ts';
import { createScope, type Scope } from './scope.ts';
import { compileSelect } from './select.ts';
import type { RelationshipCell } from './typeof.ts';
import { compileWhere } from './where.ts';

/** Compiles a child subquery; no children print as null. */
export function compileSubquery(scope: Scope, query: Subquery): RelationshipCell {
  const { org } = scope;
  const children = findChildren(org, scope.sobject, query.relationshipName);
  if (children === undefined)
    throw badRequest(
      'INVALID_TYPE',
      `Didn't understand relationship '${query.relationshipName}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  refuseUnsupported(query);
  if (query.groupBy !== undefined || query.having !== undefined || query.offset !== undefined)
    throw malformed('A child relationship subquery takes neither GROUP BY, HAVING nor OFFSET');
  const { sobject, field } = children;
  const inner = createScope(org, sobject, query.sObjectAlias, scope.semiJoins);
  const print = compileSelect(inner, query.fields ?? []);
  const filter = compileWhere(inner, query.where);
  const sort = compileOrder(query.orderBy, recordOrder(inner));
  return {
    relationshipName: String(field.childRelationshipName),
    print: (found, base) => {
      const rows = org.store.table(sobject.name).having(field.name, found.row.Id ?? null);
      const shown = sort(rows.filter(filter.test)).slice(0, query.limit ?? Number.POSITIVE_INFINITY);
      if (shown.length === 0) return null;
      return {
        totalSize: shown.length,
        done: true,
        records: shown.map((row) => print({ sobject, row }, base)),
      };
    },
  };
}
