import type { Operations } from '../operation/salesforce-access.ts';

/** The operations without the reads and writes whose refusal they can live with. */
export function withoutOptional(operations: Operations): Operations {
  return prune(operations, new Map()) as Operations;
}

/** What occurs twice in a tree is pruned once, and occurs twice in the pruned one. */
function prune(tree: unknown, done: Map<unknown, unknown>): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  const known = done.get(tree);
  if (known !== undefined) return known;
  const pruned = Array.isArray(tree)
    ? tree.map((item) => prune(item, done))
    : Object.fromEntries(
        Object.entries(tree)
          .filter(([, value]) => !isOptional(value))
          .map(([key, value]) => [key, prune(value, done)]),
      );
  done.set(tree, pruned);
  return pruned;
}

/** A part of a Composite call that may fail without harm. */
function isOptional(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'accept' in value && value.accept === 'any';
}
