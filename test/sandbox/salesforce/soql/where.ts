import type { Query, WhereClause } from 'soql-parser-js';
import type { Row, Sobject, Value } from '../schema/type.ts';
import { comparison as compileComparison, exactValue, type Literal, like } from './compare.ts';
import { type Comparison, type ConditionTree, conditionTree } from './condition-tree.ts';
import { malformed } from './malformed.ts';
import type { Operand } from './operand.ts';
import type { Scope } from './scope.ts';
import { compileSemiJoin } from './semi-join.ts';

/** A compiled condition: a test of records, and where an index helps the only records that can pass. */
export interface Filter<Item> {
  readonly test: (item: Item) => boolean;
  readonly candidates?: () => readonly Item[];
}

/** How a comparison's left side is found: fields of records in WHERE, groups' values in HAVING. */
export interface Left<Item> {
  operand(comparison: Comparison): Operand<Item>;
  /** The items whose operand holds exactly one of some values, if an index can tell. */
  lookUp(comparison: Comparison, values: readonly Value[]): (() => readonly Item[]) | undefined;
  semiJoin(comparison: Comparison, query: Query, insideOr: boolean): Filter<Item>;
}

/** Compiles a WHERE or HAVING clause. */
export function compileConditions<Item>(scope: Scope, clause: WhereClause, left: Left<Item>): Filter<Item> {
  return compileTree(conditionTree(clause), false);

  function compileTree(tree: ConditionTree, insideOr: boolean): Filter<Item> {
    if (tree.kind === 'comparison') return compileOne(tree.comparison, insideOr);
    if (tree.kind === 'not') {
      const { test } = compileTree(tree.of, insideOr);
      return { test: (item) => !test(item) };
    }
    const isOr = tree.kind === 'or';
    const parts = tree.of.map((part) => compileTree(part, insideOr || isOr));
    if (isOr) return { test: (item) => parts.some((part) => part.test(item)) };
    const indexed = parts.find((part) => part.candidates !== undefined);
    return {
      test: (item) => parts.every((part) => part.test(item)),
      ...(indexed?.candidates === undefined ? {} : { candidates: indexed.candidates }),
    };
  }

  function compileOne(comparison: Comparison, insideOr: boolean): Filter<Item> {
    if (comparison.valueQuery !== undefined)
      return left.semiJoin(comparison, comparison.valueQuery, insideOr);
    const operand = left.operand(comparison);
    const operator = comparison.operator.toUpperCase();
    const literals = literalsOf(comparison);
    const [first] = literals;
    if (first === undefined) throw malformed("unexpected token: ')'");
    if (operator === 'IN' || operator === 'NOT IN') {
      if (!Array.isArray(comparison.value)) throw malformed("unexpected token: 'IN'");
      const tests = literals.map((literal) => compileComparison(scope.org, operand, '=', literal));
      const values = literals.map((literal) => exactValue(scope.org, operand, literal));
      const exact = new Set(values);
      const among = exact.has(undefined)
        ? (item: Item) => tests.some((test) => test(item))
        : (item: Item) => exact.has(operand.read(item));
      if (operator === 'NOT IN') return { test: (item) => !among(item) };
      return { test: among, ...candidatesOf(comparison, values) };
    }
    if (Array.isArray(comparison.value)) throw malformed(`unexpected token: '('`);
    if (operator === 'LIKE') return { test: like(operand, first) };
    const test = compileComparison(scope.org, operand, operator === '<>' ? '!=' : operator, first);
    if (operator !== '=') return { test };
    return { test, ...candidatesOf(comparison, [exactValue(scope.org, operand, first)]) };
  }

  function candidatesOf(comparison: Comparison, values: readonly (Value | undefined)[]) {
    const exact = values.filter((value) => value !== undefined);
    const candidates = exact.length === values.length ? left.lookUp(comparison, exact) : undefined;
    return candidates === undefined ? {} : { candidates };
  }
}

/** Compiles the WHERE clause of a query on an object. */
export function compileWhere(scope: Scope, clause: WhereClause | undefined): Filter<Row> {
  if (clause === undefined) return { test: () => true };
  return compileConditions<Row>(scope, clause, {
    operand: (comparison) => scope.filterOperand(comparison),
    lookUp: (comparison, values) => {
      const field = comparison.field === undefined ? undefined : scope.ownField(comparison.field);
      if (field === undefined || field.compute !== null) return undefined;
      const table = scope.org.store.table(scope.sobject.name);
      if (field.type === 'id')
        return () => [...new Set(values)].flatMap((id) => present(table.get(String(id))));
      return () => [...new Set(values)].flatMap((value) => table.having(field.name, value));
    },
    semiJoin: (comparison, query, insideOr) => compileSemiJoin(scope, comparison, query, insideOr),
  });
}

/** The records of an object that pass a filter, in the order of creation. */
export function matching(scope: Scope, sobject: Sobject, filter: Filter<Row>): Row[] {
  const found: Row[] = [];
  for (const row of filter.candidates?.() ?? scope.org.store.table(sobject.name).all())
    if (filter.test(row)) found.push(row);
  return found;
}

function present(row: Row | undefined): readonly Row[] {
  return row === undefined ? [] : [row];
}

function literalsOf(comparison: Comparison): readonly Literal[] {
  const { value, literalType } = comparison;
  const texts = value === undefined ? [] : [value].flat();
  return texts.map((text, position) => ({
    text,
    type: typeof literalType === 'string' ? literalType : (literalType?.[position] ?? ''),
  }));
}
