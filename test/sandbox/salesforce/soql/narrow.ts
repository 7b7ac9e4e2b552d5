import type { Candidates } from '../population/candidates.ts';
import { isBelow, type Span } from '../population/span.ts';
import type { Row, Value } from '../schema/type.ts';

/** By field: the span of values outside which a condition cannot hold. */
export type Spans = ReadonlyMap<string, Span>;

/** What all of some conditions leave of each field. */
export function overlap(parts: readonly Spans[]): Spans {
  const all = new Map<string, Span>();
  for (const part of parts)
    for (const [field, span] of part) {
      const known = all.get(field);
      all.set(field, known === undefined ? span : both(known, span));
    }
  return all;
}

function both(one: Span, other: Span): Span {
  return {
    low: isBelow(one.low, other.low) ? other.low : one.low,
    high: isBelow(one.high, other.high) ? one.high : other.high,
  };
}

/** The candidates that are fewest. */
export function fewest<Item>(parts: readonly Candidates<Item>[]): Candidates<Item> | undefined {
  return parts.reduce<Candidates<Item> | undefined>(
    (best, candidates) => (best !== undefined && best.count <= candidates.count ? best : candidates),
    undefined,
  );
}

/** The records among any of some candidates, each once. */
export function union(parts: readonly Candidates[]): Candidates {
  return {
    count: parts.reduce((sum, { count }) => sum + count, 0),
    items: function* (): Iterable<Row> {
      const seen = new Set<Value>();
      for (const { items } of parts)
        for (const row of items()) {
          const id = row.Id ?? null;
          if (!seen.has(id)) yield row;
          seen.add(id);
        }
    },
  };
}
