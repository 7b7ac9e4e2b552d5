import type { Row } from '../schema/type.ts';
import type { Candidates } from './candidates.ts';
import type { Population } from './population.ts';
import { isBelow, type Span } from './span.ts';

/** The records of a population whose field lies in a span: exactly those where it has an order by the field, else all. */
export function search(population: Population, field: string, span: Span): Candidates {
  const order = population.orders[field];
  if (order === undefined) return everything(population);
  const valueAt = (rank: number) => population.row(order(rank))[field] ?? null;
  const first = firstRank(population.size, (rank) => !isBelow(valueAt(rank), span.low));
  const end = firstRank(population.size, (rank) => isBelow(span.high, valueAt(rank)));
  return {
    count: Math.max(0, end - first),
    items: function* () {
      for (let rank = first; rank < end; rank++) yield population.row(order(rank));
    },
  };
}

/** All records of a population. */
export function everything({ size, row }: Population): Candidates<Row> {
  return {
    count: size,
    items: function* () {
      for (let position = 0; position < size; position++) yield row(position);
    },
  };
}

/** The first rank for which a test holds that holds for all ranks after it too. */
function firstRank(size: number, test: (rank: number) => boolean): number {
  let from = 0;
  let to = size;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (test(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
