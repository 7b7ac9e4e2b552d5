import type { Row } from '../schema/type.ts';
import type { Candidates } from './candidates.ts';
import type { Population } from './population.ts';
import { everything, search } from './search.ts';
import type { Span } from './span.ts';

/** The records of an object's populations, less those that were stored or removed since. */
export interface ComputedRecords {
  add(population: Population): void;
  isEmpty(): boolean;
  get(id: string): Row | undefined;
  /** Leaves a record out from now on, if it is one of these. */
  replace(id: string): void;
  count(): number;
  all(): Iterable<Row>;
  /** The records whose field lies in a span, or more where no population has an order by it. */
  within(field: string, span: Span): Candidates;
  /** Whether `within` looks at fewer than all. */
  isOrderedBy(field: string): boolean;
}

export function createComputedRecords(): ComputedRecords {
  const populations: Population[] = [];
  const replaced = new Set<string>();

  const get = (id: string): Row | undefined => {
    if (replaced.has(id)) return undefined;
    for (const { positionOf, row } of populations) {
      const position = positionOf(id);
      if (position !== undefined) return row(position);
    }
    return undefined;
  };
  const joined = (parts: readonly Candidates[]): Candidates => ({
    count: parts.reduce((sum, { count }) => sum + count, 0),
    items: function* () {
      for (const { items } of parts) for (const row of items()) if (!replaced.has(String(row.Id))) yield row;
    },
  });

  return {
    add: (population) => {
      populations.push(population);
    },
    isEmpty: () => populations.length === 0,
    get,
    replace: (id) => {
      if (get(id) !== undefined) replaced.add(id);
    },
    count: () => populations.reduce((sum, { size }) => sum + size, -replaced.size),
    all: () => joined(populations.map(everything)).items(),
    within: (field, span) => joined(populations.map((population) => search(population, field, span))),
    isOrderedBy: (field) => populations.some(({ orders }) => field in orders),
  };
}
