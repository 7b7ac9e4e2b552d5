import { Refusal } from '../iml/refusal.ts';
import { REFUSALS, type RefusalId } from './refusals.ts';

/** A construct of app code or of a scenario whose meaning Make's documents leave open. */
export class MakeRefusal extends Refusal {}

/** Throws the refusal listed under `id`; `detail` is what was met: a name or a place, never a secret. */
export function refuse(id: RefusalId, detail: string): never {
  throw new MakeRefusal(id, REFUSALS[id], detail);
}
