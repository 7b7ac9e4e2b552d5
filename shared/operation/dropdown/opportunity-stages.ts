import { readStages } from '../../salesforce/stage.ts';
import type { Dropdown } from './dropdown.ts';

/** The stages in use, in their order. */
export const opportunityStages: Dropdown = async ({ salesforce }) => ({
  choices: (await readStages(salesforce))
    .filter(({ isActive }) => isActive)
    .map(({ name, label }) => ({ id: name, label })),
});
