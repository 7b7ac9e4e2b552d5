import type { Change } from '../dml/change.ts';

/** Whether a trigger of the package looks further at a save: the record is new, or one of the fields changed. */
export function isTold(fields: readonly string[], { before, row, restored }: Change): boolean {
  if (row === undefined || restored) return false;
  return before === undefined || fields.some((field) => before[field] !== row[field]);
}

/**
 * Whether a save meets the entry criteria of a subscription: a field gets a value that a line `Field=value` names, whatever its
 * case. Without a line it is the creation of a record.
 */
export function meets(entry: string, { before, row }: Change): boolean {
  if (row === undefined) return false;
  if (entry.trim() === '') return before === undefined;
  return entry.split('\n').some((line) => {
    const at = line.indexOf('=');
    const says = (state: typeof row) => same(state[line.slice(0, at)], line.slice(at + 1));
    return at > 0 && says(row) && (before === undefined || !says(before));
  });
}

function same(value: unknown, text: string): boolean {
  return String(value ?? '').toLowerCase() === text.toLowerCase();
}
