import { isCollection } from '../../iml/value.ts';
import { refuse } from '../refuse.ts';

/**
 * Merges new `temp` entries into the old: collections key by key, arrays index by index, undefined never overwrites.
 * Neither argument is changed.
 */
export function mergeTemp(
  old: Readonly<Record<string, unknown>>,
  added: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const merged: Record<string, unknown> = { ...old };
  for (const [key, value] of Object.entries(added))
    if (value !== undefined) merged[key] = mergeValue(merged[key], value, key);
  return merged;
}

function mergeValue(old: unknown, value: unknown, key: string): unknown {
  if (Array.isArray(value) && Array.isArray(old))
    return Array.from({ length: Math.max(old.length, value.length) }, (_, index) =>
      index < value.length && value[index] !== undefined
        ? mergeValue(old[index], value[index], key)
        : old[index],
    );
  if (isCollection(value) && isCollection(old)) return mergeTemp(old, value);
  const shapes = (Array.isArray(value) && isCollection(old)) || (isCollection(value) && Array.isArray(old));
  return shapes ? refuse('temp-shape', key) : value;
}
