import type { Query } from 'soql-parser-js';
import type { Org } from '../org.ts';
import type { Row, Sobject } from '../schema/type.ts';
import { findSobject } from '../visible.ts';
import { aggregate, isAggregate } from './aggregate.ts';
import { refuseUnsupported } from './clause.ts';
import { unknownSobject } from './from.ts';
import { malformed } from './malformed.ts';
import { compileOrder, recordOrder } from './order.ts';
import { parse } from './parse.ts';
import { createScope, type Scope } from './scope.ts';
import { compileSelect } from './select.ts';
import { compileWhere, matching, passing } from './where.ts';

/** The answer to a query, printed as far as it is asked for. */
export interface QueryResult {
  readonly totalSize: number;
  /** The records from one position up to, not including, another. */
  print(from: number, to: number, base: string): readonly Record<string, unknown>[];
  /** How many records there are to print; 0 for COUNT(). */
  readonly size: number;
}

/** The object of a name, if the API that is asked has it. */
export type FindSobject = (org: Org, name: string) => Sobject | undefined;

/** Runs a SOQL query. Throws SalesforceFault with the error code Salesforce gives. */
export function runQuery(org: Org, text: string, find: FindSobject = findSobject): QueryResult {
  const query = parse(text);
  const sobject = find(org, query.sObject ?? '');
  if (sobject === undefined) throw unknownSobject(query.sObject ?? '');
  refuseUnsupported(query);
  const scope = createScope(org, sobject, query.sObjectAlias);
  if (isCount(query)) return count(scope, query);
  if (isAggregate(query)) {
    const records = aggregate(scope, query, matching(scope, sobject, compileWhere(scope, query.where)));
    return {
      totalSize: records.length,
      size: records.length,
      print: (from, to) => records.slice(from, to),
    };
  }
  if (query.having !== undefined) throw malformed("unexpected token: 'HAVING'");
  const print = compileSelect(scope, query.fields ?? []);
  const filter = compileWhere(scope, query.where);
  const sort = compileOrder(query.orderBy, recordOrder(scope));
  const rows = page(sort(matching(scope, sobject, filter)), query);
  return {
    totalSize: rows.length,
    size: rows.length,
    print: (from, to, base) => rows.slice(from, to).map((row) => print({ sobject, row }, base)),
  };
}

function isCount(query: Query): boolean {
  const [field, ...more] = query.fields ?? [];
  return (
    field?.type === 'FieldFunctionExpression' &&
    field.functionName.toUpperCase() === 'COUNT' &&
    field.parameters.length === 0 &&
    more.length === 0
  );
}

function count(scope: Scope, query: Query): QueryResult {
  if (query.orderBy !== undefined || query.groupBy !== undefined)
    throw malformed('COUNT() takes neither ORDER BY nor GROUP BY');
  let found = 0;
  for (const _row of passing(scope, scope.sobject, compileWhere(scope, query.where))) found += 1;
  const behind = Math.max(0, found - (query.offset ?? 0));
  return { totalSize: Math.min(behind, query.limit ?? behind), size: 0, print: () => [] };
}

function page(rows: readonly Row[], query: Query): readonly Row[] {
  const from = query.offset ?? 0;
  return rows.slice(from, query.limit === undefined ? undefined : from + query.limit);
}
