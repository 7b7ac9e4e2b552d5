import { API_PATH } from '../../salesforce/api-version.ts';
import type { Dropdown } from './dropdown.ts';

interface DescribedObject {
  readonly name: string;
  readonly label: string;
  readonly queryable: boolean;
  readonly triggerable: boolean;
}

/** The objects of the org whose records people and automations work with, by label. */
export const objects: Dropdown = async ({ salesforce }) => {
  const { sobjects } = (await salesforce({ method: 'GET', path: `${API_PATH}/sobjects` })) as {
    readonly sobjects: readonly DescribedObject[];
  };
  return {
    choices: sobjects
      .filter(({ queryable, triggerable }) => queryable && triggerable)
      .map(({ name, label }) => ({ id: name, label: `${label} (${name})` }))
      .sort((one, other) => (one.label.toLowerCase() < other.label.toLowerCase() ? -1 : 1)),
  };
};
