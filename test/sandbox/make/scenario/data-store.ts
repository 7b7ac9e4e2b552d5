import type { Bundle } from '../run-module.ts';

/** A data store: records by key. Changes are undone by the functions they return. */
export interface DataStore {
  has(key: string): boolean;
  get(key: string): Bundle | undefined;
  entries(): readonly (readonly [key: string, record: Bundle])[];
  /** Writes a record and returns what undoes it. */
  put(key: string, record: Bundle): () => void;
}

/** An empty data store, or one with records. */
export function createDataStore(records: Readonly<Record<string, Bundle>> = {}): DataStore {
  const stored = new Map<string, Bundle>(Object.entries(records));
  return {
    has: (key) => stored.has(key),
    get: (key) => stored.get(key),
    entries: () => [...stored],
    put: (key, record) => {
      const before = stored.get(key);
      stored.set(key, record);
      return () => (before === undefined ? void stored.delete(key) : void stored.set(key, before));
    },
  };
}
