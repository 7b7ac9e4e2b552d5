import type { Row, Value } from './schema/type.ts';

/** The records of one object: a map by id, and indexes by field that are built when first asked for. */
export interface Table {
  get(id: string): Row | undefined;
  /** Every record, in the order of creation. */
  all(): Iterable<Row>;
  count(): number;
  /** Stores a record in place of an earlier one with its id. */
  put(row: Row): void;
  remove(id: string): void;
  /** The records whose field holds exactly this value. */
  having(field: string, value: Value): readonly Row[];
}

export function createTable(): Table {
  const rows = new Map<string, Row>();
  const indexes = new Map<string, Map<Value, Set<string>>>();

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
    const row = rows.get(id);
    if (row === undefined) return;
    for (const [field, index] of indexes) index.get(row[field] ?? null)?.delete(id);
  };

  return {
    get: (id) => rows.get(id),
    all: () => rows.values(),
    count: () => rows.size,
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
    having: (field, value) =>
      [...(indexOf(field).get(value) ?? [])].flatMap((id): readonly Row[] => {
        const row = rows.get(id);
        return row === undefined ? [] : [row];
      }),
  };
}
