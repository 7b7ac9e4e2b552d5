import type { Step as Assignments } from '../../shared/target/iml/place.ts';
import type { Json } from '../../shared/target/iml/tree.ts';

/** One step of a module's communication. */
export type Request = Readonly<Record<string, Json>>;

/** Lays several lists of assignments side by side: what stands at the same depth is made in the same step. */
export function besides(...lists: readonly (readonly Assignments[])[]): Assignments[] {
  const depth = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: depth }, (_, level) => Object.assign({}, ...lists.map((list) => list[level])));
}

/** Assignments as steps without a request. */
export function assign(levels: readonly Assignments[], condition?: string): Request[] {
  return levels
    .filter((level) => Object.keys(level).length > 0)
    .map((temp) =>
      condition === undefined
        ? { temp }
        : { condition: `{{${condition}}}`, response: { temp, output: null } },
    );
}
