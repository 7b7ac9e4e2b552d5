import type { Row } from './schema/type.ts';
import { createTable, type Table } from './table.ts';

/** All records of the org, with a journal so that a group of writes can be taken back. */
export interface Store {
  table(sobject: string): Table;
  put(sobject: string, row: Row): void;
  remove(sobject: string, id: string): void;
  /** Runs writes; when it throws, or when it says so, everything written since the start is taken back. */
  attempt<Result>(writes: (takeBack: () => void) => Result): Result;
}

interface Entry {
  readonly sobject: string;
  readonly id: string;
  readonly before: Row | undefined;
}

/** An empty store; `tableOf` names the table that holds an object's records at a moment. */
export function createStore(tableOf: (sobject: string) => string = (sobject) => sobject): Store {
  const tables = new Map<string, Table>();
  const journal: Entry[] = [];
  let depth = 0;

  const table = (sobject: string) => {
    const name = tableOf(sobject);
    let known = tables.get(name);
    if (known === undefined) {
      known = createTable();
      tables.set(name, known);
    }
    return known;
  };
  const note = (sobject: string, id: string) => {
    if (depth > 0) journal.push({ sobject, id, before: table(sobject).get(id) });
  };
  const rewind = (length: number) => {
    for (
      let entry = journal.pop();
      entry !== undefined;
      entry = journal.length > length ? journal.pop() : undefined
    ) {
      if (entry.before === undefined) table(entry.sobject).remove(entry.id);
      else table(entry.sobject).put(entry.before);
    }
  };

  return {
    table,
    put: (sobject, row) => {
      note(sobject, String(row.Id));
      table(sobject).put(row);
    },
    remove: (sobject, id) => {
      note(sobject, id);
      table(sobject).remove(id);
    },
    attempt: (writes) => {
      const start = journal.length;
      depth++;
      try {
        return writes(() => journal.length > start && rewind(start));
      } catch (error) {
        if (journal.length > start) rewind(start);
        throw error;
      } finally {
        depth--;
        if (depth === 0) journal.length = 0;
      }
    },
  };
}
