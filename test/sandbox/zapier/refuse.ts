import { Refusal } from '../iml/refusal.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';

/** Part of a Zap, or of what reaches it, whose meaning no source about Zapier settles. */
export class ZapRefusal extends Refusal {}

/** Throws the refusal listed under `id`; `detail` is what was met: a name or a place, never a secret. */
export function refuse(id: RefusalId, detail: string): never {
  throw new ZapRefusal(id, REFUSALS[id], detail);
}
