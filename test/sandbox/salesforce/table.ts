import type { Candidates } from './population/candidates.ts';
import { createComputedRecords } from './population/computed-records.ts';
import type { Population } from './population/population.ts';
import { isWithin, type Span } from './population/span.ts';
import type { Row, Value } from './schema/type.ts';

/** The records of one object: a map by id, indexes by field that are built when first asked for, and computed records. */
export interface Table {
  get(id: string): Row | undefined;
  /** Every record, in the order of creation; computed ones come last. */
  all(): Iterable<Row>;
  count(): number;
  /** Stores a record in place of an earlier one with its id. */
  put(row: Row): void;
  remove(id: string): void;
  /** The records whose field holds exactly this value. */
  having(field: string, value: Value): readonly Row[];
  /** The records whose field holds exactly one of some different values. */
  lookUp(field: string, values: readonly Value[]): Candidates;
  /** The records whose field lies in a span; `undefined` where that would look at all of them. */
  within(field: string, span: Span): Candidates | undefined;
  /** Adds records that are computed when they are looked at. */
  populate(population: Population): void;
  /** Whether some of the records are computed. */
  isPopulated(): boolean;
}

export function createTable(): Table {
  const rows = new Map<string, Row>();
  const indexes = new Map<string, Map<Value, Set<string>>>();
  const computed = createComputedRecords();

  const enter = (index: Map<Value, Set<string>>, value: Value, id: string) => {
    const ids = index.get(value);
    if (ids === undefined) index.set(value, new Set([id]));
    else ids.add(id);
  };
  const indexOf = (field: string) => {
    let index = indexes.get(field);
    if (index === undefined) {
      index = new Map();
      for (const [id, row] of rows) enter(index, row[field] ?? null, id);
      indexes.set(field, index);
    }
    return index;
  };
  const leave = (id: string) => {
    computed.replace(id);
    const row = rows.get(id);
    if (row === undefined) return;
    for (const [field, index] of indexes) index.get(row[field] ?? null)?.delete(id);
  };
  const idsHaving = (field: string, value: Value) => indexOf(field).get(value) ?? new Set<string>();
  const having = (field: string, value: Value): readonly Row[] => {
    const stored = [...idsHaving(field, value)].flatMap((id): readonly Row[] => {
      const row = rows.get(id);
      return row === undefined ? [] : [row];
    });
    if (computed.isEmpty()) return stored;
    const near = computed.within(field, { low: value, high: value });
    return [...stored, ...[...near.items()].filter((row) => (row[field] ?? null) === value)];
  };

  return {
    get: (id) => rows.get(id) ?? computed.get(id),
    all: function* () {
      yield* rows.values();
      yield* computed.all();
    },
    count: () => rows.size + computed.count(),
    put: (row) => {
      const id = String(row.Id);
      leave(id);
      rows.set(id, row);
      for (const [field, index] of indexes) enter(index, row[field] ?? null, id);
    },
    remove: (id) => {
      leave(id);
      rows.delete(id);
    },
    having,
    lookUp: (field, values) => {
      const counts = values.map(
        (value) => idsHaving(field, value).size + computed.within(field, { low: value, high: value }).count,
      );
      return {
        count: counts.reduce((sum, count) => sum + count, 0),
        items: () => values.flatMap((value) => having(field, value)),
      };
    },
    within: (field, span) => {
      if (!computed.isOrderedBy(field)) return undefined;
      const found = computed.within(field, span);
      return {
        count: rows.size + found.count,
        items: function* () {
          for (const row of rows.values()) if (isWithin(span, row[field] ?? null)) yield row;
          yield* found.items();
        },
      };
    },
    populate: computed.add,
    isPopulated: () => !computed.isEmpty(),
  };
}
