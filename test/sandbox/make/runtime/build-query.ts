import { refuse } from '../refuse.ts';
import type { Variables } from './session.ts';

/** The query of rendered `qs` entries, encoded, without `?`; an array repeats its key. */
export function buildQuery(qs: Variables, place: string): string {
  return Object.entries(qs)
    .flatMap(([key, value]) =>
      (Array.isArray(value) ? value : [value]).map(
        (single) =>
          `${encodeURIComponent(key)}=${encodeURIComponent(queryText(single, `${place} qs ${key}`))}`,
      ),
    )
    .join('&');
}

function queryText(value: unknown, place: string): string {
  const sendable =
    typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
  return sendable ? String(value) : refuse('qs-value', place);
}
