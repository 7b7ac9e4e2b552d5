import { Refusal } from '../iml/refusal.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';

/** A filter criterion whose meaning no source about Zapier's exports settles. */
export class ZapFilterRefusal extends Refusal {}

/** Throws the refusal listed under `id`; `detail` is what was met. */
export function refuse(id: RefusalId, detail: string): never {
  throw new ZapFilterRefusal(id, REFUSALS[id], detail);
}
