import type { Operations } from '../operation/salesforce-access.ts';

/** The operations without the reads and writes whose refusal they can live with. */
export function withoutOptional(operations: Operations): Operations {
  return prune(operations) as Operations;
}

function prune(tree: unknown): unknown {
  if (typeof tree !== 'object' || tree === null) return tree;
  if (Array.isArray(tree)) return tree.map(prune);
  return Object.fromEntries(
    Object.entries(tree)
      .filter(([, value]) => !isOptional(value))
      .map(([key, value]) => [key, prune(value)]),
  );
}

/** A part of a Composite call that may fail without harm. */
function isOptional(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'accept' in value && value.accept === 'any';
}
