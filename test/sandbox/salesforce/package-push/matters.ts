import type { Change } from '../dml/change.ts';

/**
 * Whether a save of a record is one that a subscription is told of: a field gets a value that a line `Field=value` of the entry
 * criteria names, whatever its case. Without a line it is the creation of a record.
 */
export function matters(entry: string, { before, row, restored }: Change): boolean {
  if (row === undefined || restored) return false;
  const lines = entry.split('\n').filter((line) => line.includes('='));
  if (lines.length === 0) return before === undefined;
  return lines.some((line) => {
    const [field = '', ...value] = line.split('=');
    const says = (state: typeof row) => same(state[field.trim()], value.join('=').trim());
    return says(row) && (before === undefined || !says(before));
  });
}

function same(value: unknown, text: string): boolean {
  return String(value ?? '').toLowerCase() === text.toLowerCase();
}
