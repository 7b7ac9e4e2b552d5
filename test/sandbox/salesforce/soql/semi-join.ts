import type { Query } from 'soql-parser-js';
import type { Row, Value } from '../schema/type.ts';
import { findSobject } from '../visible.ts';
import { refuseUnsupported } from './clause.ts';
import type { Comparison } from './condition-tree.ts';
import { unknownSobject } from './from.ts';
import { invalidField, malformed } from './malformed.ts';
import { createScope, type Scope } from './scope.ts';
import { compileWhere, type Filter, matching } from './where.ts';

const MOST_SEMI_JOINS = 2;

/**
 * Compiles `field IN (SELECT …)`. Salesforce allows two, outside OR, not nested, on another object, selecting
 * one plain id; Task, Event and notes cannot be read in one.
 */
export function compileSemiJoin(
  scope: Scope,
  comparison: Comparison,
  query: Query,
  insideOr: boolean,
): Filter<Row> {
  const { org } = scope;
  if (insideOr) throw malformed('Semi join sub-selects are not allowed with the OR operator');
  if (scope.semiJoins.nested) throw malformed('Nested semi join sub-selects are not supported');
  if (++scope.semiJoins.count > MOST_SEMI_JOINS)
    throw malformed('maximum number of semi-join sub-selects exceeded (2)');
  const operand = scope.filterOperand(comparison);
  if (operand.type !== 'id' && operand.type !== 'reference')
    throw invalidField(
      `The left operand field in the where expression for outer query should be an id field, cannot use: '${operand.name}'`,
    );
  const sobject = findSobject(org, query.sObject ?? '');
  if (sobject === undefined) throw unknownSobject(query.sObject ?? '');
  if (!sobject.semiJoin)
    throw malformed(`Entity '${sobject.name}' is not supported for semi join inner selects`);
  if (sobject === scope.sobject)
    throw malformed(`The inner and outer selects should not be on the same object type: ${sobject.name}`);
  if (
    query.orderBy !== undefined ||
    query.limit !== undefined ||
    query.offset !== undefined ||
    query.groupBy !== undefined ||
    query.having !== undefined
  )
    throw malformed('Semi join sub-selects take neither ORDER BY, LIMIT, OFFSET nor GROUP BY');
  refuseUnsupported(query);
  const [selected, ...more] = query.fields ?? [];
  if (selected?.type !== 'Field' || selected.alias !== undefined || more.length > 0)
    throw malformed('The inner select must have a select list of exactly one id field');
  const inner = createScope(org, sobject, query.sObjectAlias, { count: 0, nested: true });
  const { field, read } = inner.path(selected.field);
  if (field.type !== 'id' && field.type !== 'reference')
    throw invalidField(
      `The selected field '${field.name}' in the subquery and the left operand should be ids`,
    );
  const filter = compileWhere(inner, query.where);
  let found: ReadonlySet<Value> | undefined;
  const values = () => {
    found ??= new Set(matching(inner, sobject, filter).map(read));
    return found;
  };
  const negated = comparison.operator.toUpperCase() === 'NOT IN';
  return {
    test: (row) => {
      const value = operand.read(row);
      return value === null ? negated : values().has(value) !== negated;
    },
  };
}
