import { InvalidInputError } from '../error.ts';
import type { Salesforce } from '../salesforce/client.ts';
import { readStages } from '../salesforce/stage.ts';

/** Throws `InvalidInputError` with the org's stages when it has not every chosen one; one API call. */
export async function assertStages(salesforce: Salesforce, chosen: readonly string[]): Promise<void> {
  const stages = await readStages(salesforce);
  const known = new Set(stages.map(({ name }) => name.toLowerCase()));
  const unknown = chosen.find((name) => !known.has(name.toLowerCase()));
  if (unknown === undefined) return;
  const names = stages.filter(({ isActive }) => isActive).map(({ name }) => name);
  throw new InvalidInputError(
    'Stages',
    `"${unknown.slice(0, 40)}" is no opportunity stage of this org, which has ${names.join(', ')}`,
    'Choose stages from the list; a mapped stage must read exactly like its API name.',
  );
}
