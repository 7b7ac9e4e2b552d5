import type { FunctionExp, OrderByClause } from 'soql-parser-js';
import type { Org } from '../org.ts';
import type { Field, Row, Value } from '../schema/type.ts';
import { picklistValues } from '../visible.ts';
import { fold, isText } from './compare.ts';
import { corporateOperand } from './corporate.ts';
import { invalidField } from './malformed.ts';
import type { Operand } from './operand.ts';
import type { Scope } from './scope.ts';

/** Sorts items in place. */
export type Sort<Item> = (items: Item[]) => Item[];

/** How an ORDER BY key is found: fields of records, or groups' values. */
export interface OrderLeft<Item> {
  field(written: string): Operand<Item>;
  call(fn: FunctionExp): Operand<Item>;
}

/** Compiles ORDER BY. Nulls come first unless told; text sorts without case, picklists in their own order. */
export function compileOrder<Item>(
  clauses: OrderByClause | readonly OrderByClause[] | undefined,
  left: OrderLeft<Item>,
): Sort<Item> {
  const keys = [clauses ?? []].flat().map((clause) => {
    const operand = 'fn' in clause ? left.call(clause.fn) : left.field((clause as { field: string }).field);
    return {
      read: sortable(operand),
      sign: clause.order === 'DESC' ? -1 : 1,
      nulls: clause.nulls === 'LAST' ? 1 : -1,
    };
  });
  if (keys.length === 0) return (items) => items;
  return (items) => {
    const decorated = items.map((item) => ({ item, values: keys.map((key) => key.read(item)) }));
    decorated.sort((a, b) => {
      for (const [position, { sign, nulls }] of keys.entries()) {
        const one = a.values[position] ?? null;
        const other = b.values[position] ?? null;
        if (one === other) continue;
        if (one === null) return nulls;
        if (other === null) return -nulls;
        return one < other ? -sign : sign;
      }
      return 0;
    });
    return decorated.map(({ item }) => item);
  };
}

/** The keys of records: fields, of which some cannot be sorted by, and date functions. */
export function recordOrder(scope: Scope): OrderLeft<Row> {
  return {
    call: (fn) => scope.call(fn),
    field: (written) => {
      const path = scope.path(written);
      if (!path.field.sortable)
        throw invalidField(`field '${path.field.name}' can not be sorted in a query call`);
      return inPicklistOrder(scope.org, path.field, corporateOperand(scope.org, written, path));
    },
  };
}

/** A picklist's values in their own order, those it does not have behind them; other fields as they are. */
export function inPicklistOrder<Item>(org: Org, field: Field, operand: Operand<Item>): Operand<Item> {
  if (field.type !== 'picklist') return operand;
  const ranks = new Map(picklistValues(org, field).map(({ value }, rank) => [value, rank]));
  return {
    ...operand,
    type: 'int',
    read: (item) => {
      const value = operand.read(item);
      return typeof value === 'string' ? (ranks.get(value) ?? ranks.size) : null;
    },
  };
}

function sortable<Item>(operand: Operand<Item>): (item: Item) => Value {
  if (!isText(operand.type) || operand.caseSensitive) return operand.read;
  return (item) => {
    const value = operand.read(item);
    return typeof value === 'string' ? fold(value) : value;
  };
}
