import type { Query, WhereClause } from 'soql-parser-js';
import type { Candidates } from '../population/candidates.ts';
import type { Span } from '../population/span.ts';
import type { Row, Sobject, Value } from '../schema/type.ts';
import { comparison as compileComparison, exactValue, type Literal, like, timeSpan } from './compare.ts';
import { type Comparison, type ConditionTree, conditionTree } from './condition-tree.ts';
import { malformed } from './malformed.ts';
import { fewest, overlap, type Spans, union } from './narrow.ts';
import type { Operand } from './operand.ts';
import type { Scope } from './scope.ts';
import { compileSemiJoin } from './semi-join.ts';

/** A compiled condition: a test of records, and where an index helps the only records that can pass. */
export interface Filter<Item> {
  readonly test: (item: Item) => boolean;
  readonly candidates?: Candidates<Item>;
  readonly spans?: Spans;
}

/** How a comparison's left side is found: fields of records in WHERE, groups' values in HAVING. */
export interface Left<Item> {
  operand(comparison: Comparison): Operand<Item>;
  /** The items whose operand holds exactly one of some values, if an index can tell. */
  lookUp(comparison: Comparison, values: readonly Value[]): Candidates<Item> | undefined;
  /** The stored field a comparison is about, if an index could know it. */
  storedField(comparison: Comparison): string | undefined;
  /** The items whose stored field lies in a span, if an index can tell. */
  within(field: string, span: Span): Candidates<Item> | undefined;
  /** The items among any of some candidates, each once, if that is worth it. */
  either(parts: readonly Candidates<Item>[]): Candidates<Item> | undefined;
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
    const indexed = parts.flatMap(({ candidates }) => (candidates === undefined ? [] : [candidates]));
    if (isOr)
      return {
        test: (item) => parts.some((part) => part.test(item)),
        ...optional(indexed.length === parts.length ? left.either(indexed) : undefined),
      };
    const spans = overlap(parts.flatMap((part) => part.spans ?? []));
    const overlapping = [...spans].flatMap(([field, span]) => left.within(field, span) ?? []);
    return {
      test: (item) => parts.every((part) => part.test(item)),
      ...optional(fewest([...indexed, ...overlapping])),
      spans,
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
    const span = timeSpan(scope.org, operand, operator, first);
    const field = span === undefined ? undefined : left.storedField(comparison);
    if (span !== undefined && field !== undefined)
      return { test, ...optional(left.within(field, span)), spans: new Map([[field, span]]) };
    if (operator !== '=') return { test };
    return { test, ...candidatesOf(comparison, [exactValue(scope.org, operand, first)]) };
  }

  function candidatesOf(comparison: Comparison, values: readonly (Value | undefined)[]) {
    const exact = values.filter((value) => value !== undefined);
    return optional(exact.length === values.length ? left.lookUp(comparison, exact) : undefined);
  }
}

/** Compiles the WHERE clause of a query on an object. */
export function compileWhere(scope: Scope, clause: WhereClause | undefined): Filter<Row> {
  if (clause === undefined) return { test: () => true };
  const table = scope.org.store.table(scope.sobject.name);
  const stored = ({ field: written }: Comparison) => {
    const field = written === undefined ? undefined : scope.ownField(written);
    return field === undefined || field.compute !== null ? undefined : field;
  };
  return compileConditions<Row>(scope, clause, {
    operand: (comparison) => scope.filterOperand(comparison),
    lookUp: (comparison, values) => {
      const field = stored(comparison);
      if (field === undefined) return undefined;
      const asked = [...new Set(values)];
      if (field.type === 'id')
        return { count: asked.length, items: () => asked.flatMap((id) => present(table.get(String(id)))) };
      return table.lookUp(field.name, asked);
    },
    storedField: (comparison) => stored(comparison)?.name,
    within: table.within,
    either: (parts) => (table.isPopulated() ? union(parts) : undefined),
    semiJoin: (comparison, query, insideOr) => compileSemiJoin(scope, comparison, query, insideOr),
  });
}

/** The records of an object that pass a filter. */
export function matching(scope: Scope, sobject: Sobject, filter: Filter<Row>): Row[] {
  return [...passing(scope, sobject, filter)];
}

/** The records of an object that pass a filter, one after the other; counts those looked at. */
export function* passing({ org }: Scope, sobject: Sobject, filter: Filter<Row>): Iterable<Row> {
  for (const row of filter.candidates?.items() ?? org.store.table(sobject.name).all()) {
    org.rowsExamined += 1;
    if (filter.test(row)) yield row;
  }
}

function optional<Item>(candidates: Candidates<Item> | undefined): {
  readonly candidates?: Candidates<Item>;
  readonly spans?: Spans;
} {
  return candidates === undefined ? {} : { candidates };
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
