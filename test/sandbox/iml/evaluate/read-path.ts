import { refuse } from '../refuse.ts';
import type { PathStep } from '../syntax.ts';
import { isCollection, isMissing } from '../value.ts';

/** Follows the steps of a path; what is missing is undefined. Refuses a name on an array and an index on another value. */
export function readPath(value: unknown, steps: readonly PathStep[]): unknown {
  let found = value;
  for (const step of steps)
    found = 'name' in step ? readName(found, step.name) : readIndex(found, step.index);
  return found;
}

/** The own field of a collection. */
export function readName(value: unknown, name: string): unknown {
  if (isCollection(value)) return Object.hasOwn(value, name) ? value[name] : undefined;
  if (isMissing(value)) return undefined;
  if (Array.isArray(value)) return refuse('field-of-array', name);
  const open = value instanceof Uint8Array || (typeof value === 'string' && name === 'length');
  return open ? refuse('field-of-value', name) : undefined;
}

/** The item at a 1-based index; index 0 has none. */
export function readIndex(value: unknown, index: number): unknown {
  if (isMissing(value)) return undefined;
  return Array.isArray(value) ? value[index - 1] : refuse('index-of-value', value);
}
