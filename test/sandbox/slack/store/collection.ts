import type { Computed } from './computed.ts';
import type { New, Row } from './records.ts';

/** One kind of rows, with the functions that emulate's routes call. */
export interface Collection<Kind extends Row> {
  readonly fieldNames: readonly string[];
  insert(fields: New<Kind>): Kind;
  /** Inserts without replacing ids and times. */
  seed(fields: New<Kind>): Kind;
  get(id: number): Kind | undefined;
  findBy(field: string, value: unknown): Kind[];
  findOneBy(field: string, value: unknown): Kind | undefined;
  update(id: number, changes: Partial<Kind>): Kind | undefined;
  delete(id: number): boolean;
  /** The stored rows in order of insertion; computed rows count only once they have been changed. */
  all(): Kind[];
  count(): number;
  clear(): void;
}

/** What makes one collection different from another. */
export interface CollectionOptions<Kind extends Row> {
  readonly indexed: readonly string[];
  readonly computed?: Computed<New<Kind>> | undefined;
  /** The time that goes into `created_at` and `updated_at`, as ISO 8601 text. */
  readonly time: () => string;
  /** Replaces what emulate made up at random or read from the machine's clock. */
  readonly stamp?: (<Part extends Partial<Kind>>(row: Part) => Part) | undefined;
}

/** An indexed in-memory collection; computed rows have negative ids and are stored when first changed. */
export function createCollection<Kind extends Row>(options: CollectionOptions<Kind>): Collection<Kind> {
  const { computed, time } = options;
  const stamp = options.stamp ?? ((row) => row);
  const rows = new Map<number, Kind>();
  const indexes = new Map(options.indexed.map((field) => [field, new Map<string, Set<number>>()]));
  let next = 1;

  const fieldOf = (row: Kind, field: string) => (row as Readonly<Record<string, unknown>>)[field];
  const reindex = (before: Kind | undefined, after: Kind | undefined) => {
    for (const [field, index] of indexes) {
      const old = before && fieldOf(before, field);
      const fresh = after && fieldOf(after, field);
      if (old === fresh) continue;
      if (before && old != null) index.get(String(old))?.delete(before.id);
      if (!after || fresh == null) continue;
      const ids = index.get(String(fresh));
      if (ids) ids.add(after.id);
      else index.set(String(fresh), new Set([after.id]));
    }
  };
  const put = (row: Kind) => {
    reindex(rows.get(row.id), row);
    rows.set(row.id, row);
    return row;
  };
  const number = (fields: New<Kind>) =>
    ({ ...fields, id: next++, created_at: time(), updated_at: time() }) as unknown as Kind;
  const make = (index: number): Kind =>
    ({
      ...(computed as Computed<New<Kind>>).at(index),
      id: -1 - index,
      created_at: time(),
      updated_at: time(),
    }) as unknown as Kind;
  const computedBy = (field: string, value: string): Kind[] => {
    const index = computed?.indexOf(field, value);
    return index === undefined || rows.has(-1 - index) ? [] : [make(index)];
  };
  const get = (id: number) =>
    rows.get(id) ?? (id < 0 && computed && -1 - id < computed.size ? make(-1 - id) : undefined);
  const findBy = (field: string, value: unknown): Kind[] => {
    const index = indexes.get(field);
    const stored = index
      ? [...(index.get(String(value)) ?? [])].map((id) => rows.get(id) as Kind)
      : [...rows.values()].filter((row) => fieldOf(row, field) === value);
    return [...stored, ...computedBy(field, String(value))];
  };

  return {
    fieldNames: [...options.indexed].sort(),
    insert: (fields) => put(stamp(number(fields))),
    seed: (fields) => put(number(fields)),
    get,
    findBy,
    findOneBy: (field, value) => findBy(field, value)[0],
    update: (id, changes) => {
      const row = get(id);
      if (!row) return undefined;
      return put({ ...row, ...stamp(changes), id, updated_at: time() });
    },
    delete: (id) => {
      const row = rows.get(id);
      reindex(row, undefined);
      return rows.delete(id);
    },
    all: () => [...rows.values()],
    count: () => rows.size + (computed?.size ?? 0),
    clear: () => {
      rows.clear();
      for (const index of indexes.values()) index.clear();
      next = 1;
    },
  };
}
