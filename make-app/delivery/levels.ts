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

/**
 * What is read from an answer, guarded: `response.temp` is worked out for every answer, and one of HTTP status 400 or
 * above may hold anything.
 */
export function whenAnswered(tree: Json): Json {
  if (typeof tree === 'string')
    return tree.replace(
      /\{\{(.*?)\}\}/gs,
      (_, code: string) => `{{if(statusCode < 400, ${code}, undefined)}}`,
    );
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map(whenAnswered);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, whenAnswered(value)]));
}
