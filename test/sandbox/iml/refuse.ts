import { ImlRefusal } from './refusal.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';

/** Throws the refusal listed under `id`; `detail` is the text or value met. */
export function refuse(id: RefusalId, detail: unknown): never {
  throw new ImlRefusal(id, REFUSALS[id], describe(detail));
}

function describe(detail: unknown): string {
  if (typeof detail === 'string') return detail;
  if (detail === null || detail === undefined || typeof detail === 'number' || typeof detail === 'boolean')
    return String(detail);
  if (Array.isArray(detail)) return `an array of ${detail.length}`;
  return detail instanceof Date ? 'a date' : 'an object';
}
