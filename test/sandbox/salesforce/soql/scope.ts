import type { FunctionExp } from 'soql-parser-js';
import type { Org } from '../org.ts';
import type { Field, Row, Sobject } from '../schema/type.ts';
import { findField } from '../visible.ts';
import type { Comparison } from './condition-tree.ts';
import { dateOperand, filterCall } from './function.ts';
import { invalidField, malformed } from './malformed.ts';
import type { Operand } from './operand.ts';
import { type Path, resolvePath } from './path.ts';

/** Where names in a query are looked up. */
export interface Scope {
  readonly org: Org;
  readonly sobject: Sobject;
  /** Names a path may begin with to mean the object itself. */
  readonly prefixes: readonly string[];
  /** How many semi-joins the query has so far; `nested` inside one. */
  readonly semiJoins: { count: number; readonly nested: boolean };
  path(written: string): Path;
  /** The object's own field of a name, prefixed or not. */
  ownField(written: string): Field | undefined;
  /** The left side of a comparison; a field that cannot be filtered is INVALID_FIELD. */
  filterOperand(comparison: Comparison): Operand<Row>;
  /** A date function of a record's field, as GROUP BY and ORDER BY take it. */
  call(fn: FunctionExp): Operand<Row>;
}

/** The scope of a query on an object. */
export function createScope(
  org: Org,
  sobject: Sobject,
  alias: string | undefined,
  semiJoins: Scope['semiJoins'] = { count: 0, nested: false },
): Scope {
  const prefixes = alias === undefined ? [sobject.name] : [sobject.name, alias];
  const path = (written: string) => resolvePath(org, sobject, written, prefixes);
  return {
    org,
    sobject,
    prefixes,
    semiJoins,
    path,
    call: (fn) => dateOperand(org, fn, path),
    ownField: (written) => {
      const { steps, field } = path(written);
      return steps.length === 0 ? findField(org, sobject, field.name) : undefined;
    },
    filterOperand: (comparison) => {
      if (comparison.fn !== undefined) return filterCall(org, comparison.fn, path);
      if (comparison.field === undefined) throw malformed("unexpected token: '('");
      const found = path(comparison.field);
      if (!found.field.filterable)
        throw invalidField(`field '${found.field.name}' can not be filtered in a query call`);
      return pathOperand(comparison.field, found);
    },
  };
}

/** A path as an operand. */
export function pathOperand(written: string, path: Path): Operand<Row> {
  return {
    name: written,
    type: path.field.type,
    caseSensitive: path.field.caseSensitive,
    read: path.read,
  };
}
