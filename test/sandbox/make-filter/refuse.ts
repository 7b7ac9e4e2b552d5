import { Refusal } from '../iml/refusal.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';

/** A filter condition whose meaning Make's documents leave open. */
export class MakeFilterRefusal extends Refusal {}

/** Throws the refusal listed under `id`; `detail` is what was met. */
export function refuse(id: RefusalId, detail: string): never {
  throw new MakeFilterRefusal(id, REFUSALS[id], detail);
}
