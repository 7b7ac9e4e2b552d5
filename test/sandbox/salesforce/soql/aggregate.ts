import { Decimal } from 'decimal.js';
import type { FieldFunctionExpression, FunctionExp, Query, FieldType as Selected } from 'soql-parser-js';
import { badRequest } from '../error.ts';
import type { FieldType, Row, Value } from '../schema/type.ts';
import { corporateOperand } from './corporate.ts';
import { invalidField, malformed } from './malformed.ts';
import type { Operand } from './operand.ts';
import { compileOrder, inPicklistOrder } from './order.ts';
import { pathOperand, type Scope } from './scope.ts';
import { aliasOf, writtenPath } from './select.ts';
import { compileConditions } from './where.ts';

/** Records with the same values of the grouped fields. */
interface Group {
  readonly keys: readonly Value[];
  readonly rows: readonly Row[];
}

/** A grouped field or date function, by the name it is written with. */
interface Key {
  readonly written: string;
  readonly operand: Operand<Row>;
}

const MOST_GROUPS = 2000;

const numeric: readonly FieldType[] = ['currency', 'double', 'int', 'percent'];

/** Whether a query's results are groups, not records. */
export function isAggregate(query: Query): boolean {
  return (
    query.groupBy !== undefined ||
    (query.fields ?? []).some((field) => field.type === 'FieldFunctionExpression' && hasAggregate(field))
  );
}

/** Groups records, and prints the groups that pass HAVING in the order asked for. */
export function aggregate(
  scope: Scope,
  query: Query,
  rows: readonly Row[],
): readonly Record<string, unknown>[] {
  const keys = [query.groupBy ?? []].flat().map((clause): Key => {
    if ('fn' in clause) {
      const operand = scope.call(clause.fn);
      return { written: operand.name, operand };
    }
    const path = scope.path(clause.field);
    if (!path.field.groupable)
      throw invalidField(`field '${path.field.name}' can not be grouped in a query call`);
    return { written: clause.field, operand: pathOperand(clause.field, path) };
  });
  const columns = compileColumns(scope, query.fields ?? [], keys);
  const having =
    query.having === undefined
      ? undefined
      : compileConditions<Group>(scope, query.having, {
          operand: (comparison) =>
            comparison.fn === undefined
              ? keyOperand(keys, comparison.field ?? '')
              : groupCall(scope, keys, comparison.fn),
          lookUp: () => undefined,
          storedField: () => undefined,
          within: () => undefined,
          either: () => undefined,
          semiJoin: () => {
            throw malformed('Semi join sub-selects are not allowed in HAVING');
          },
        });
  const sort = compileOrder<Group>(query.orderBy, {
    call: (fn) => groupCall(scope, keys, fn),
    field: (written) => inPicklistOrder(scope.org, scope.path(written).field, keyOperand(keys, written)),
  });
  const groups = sort(grouped(keys, rows).filter((group) => having?.test(group) ?? true));
  const from = query.offset ?? 0;
  const shown = groups.slice(from, from + (query.limit ?? groups.length));
  if (shown.length > MOST_GROUPS)
    throw badRequest(
      'EXCEEDED_ID_LIMIT',
      'Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch',
    );
  return shown.map((group) => ({
    attributes: { type: 'AggregateResult' },
    ...Object.fromEntries(columns.map(({ key, read }) => [key, read(group)])),
  }));
}

function hasAggregate(call: FieldFunctionExpression): boolean {
  return (
    call.isAggregateFn === true ||
    call.parameters.some((parameter) => typeof parameter !== 'string' && hasAggregate(parameter))
  );
}

function grouped(keys: readonly Key[], rows: readonly Row[]): readonly Group[] {
  if (keys.length === 0) return [{ keys: [], rows }];
  const groups = new Map<string, { keys: Value[]; rows: Row[] }>();
  for (const row of rows) {
    const values = keys.map(({ operand }) => operand.read(row));
    const name = JSON.stringify(values);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { keys: values, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

function compileColumns(scope: Scope, fields: readonly Selected[], keys: readonly Key[]) {
  let unnamed = 0;
  const columns = fields.map((field) => {
    if (field.type === 'FieldFunctionExpression')
      return { key: field.alias ?? `expr${unnamed++}`, read: groupCall(scope, keys, field).read };
    if (field.type !== 'Field' && field.type !== 'FieldRelationship')
      throw malformed('Subqueries and TYPEOF are not allowed in an aggregate query');
    const written = writtenPath(field);
    const { field: schema } = scope.path(written);
    return { key: aliasOf(field) ?? schema.name, read: keyOperand(keys, written).read };
  });
  const names = columns.map(({ key }) => key.toLowerCase());
  const repeated = names.find((name, position) => names.indexOf(name) < position);
  if (repeated !== undefined) throw malformed(`duplicate alias: ${repeated}`);
  return columns;
}

function keyOperand(keys: readonly Key[], written: string): Operand<Group> {
  const position = keys.findIndex((key) => key.written.toLowerCase() === written.toLowerCase());
  const key = keys[position];
  if (key === undefined) throw malformed(`Field must be grouped or aggregated: ${written}`);
  return { ...key.operand, read: (group) => group.keys[position] ?? null };
}

function groupCall(scope: Scope, keys: readonly Key[], fn: FunctionExp): Operand<Group> {
  const name = (fn.functionName ?? '').toUpperCase();
  const written = fn.rawValue ?? name;
  if (keys.some((key) => key.written.toLowerCase() === written.toLowerCase()))
    return keyOperand(keys, written);
  const [parameter] = fn.parameters ?? [];
  if (name === 'COUNT' && parameter === undefined)
    return { name: written, type: 'int', caseSensitive: false, read: (group) => group.rows.length };
  if (typeof parameter !== 'string') throw malformed(`unexpected token: '${written}'`);
  const path = scope.path(parameter);
  const { type } = path.field;
  const { read } = corporateOperand(scope.org, parameter, path);
  const values = (group: Group) => group.rows.map(read).filter((value) => value !== null);
  const operand = (resultType: FieldType, read: (group: Group) => Value): Operand<Group> => ({
    name: written,
    type: resultType,
    caseSensitive: false,
    read,
  });
  switch (name) {
    case 'COUNT':
      return operand('int', (group) => values(group).length);
    case 'COUNT_DISTINCT':
      return operand('int', (group) => new Set(values(group)).size);
    case 'SUM':
    case 'AVG':
      if (!numeric.includes(type))
        throw malformed(`field ${path.field.name} does not support aggregate operator ${name}`);
      // Salesforce adds decimals, not binary fractions.
      return operand('double', (group) => {
        const numbers = values(group).map(Number);
        if (numbers.length === 0) return null;
        const sum = numbers.reduce((total, number) => total.plus(number), new Decimal(0));
        return (name === 'SUM' ? sum : sum.dividedBy(numbers.length)).toNumber();
      });
    case 'MIN':
    case 'MAX':
      if (type === 'boolean')
        throw malformed(`field ${path.field.name} does not support aggregate operator ${name}`);
      return operand(type, (group) =>
        values(group).reduce<Value>(
          (best, value) => (best === null || (name === 'MIN' ? value < best : value > best) ? value : best),
          null,
        ),
      );
    default:
      throw malformed(`unexpected token: '${written}'`);
  }
}
