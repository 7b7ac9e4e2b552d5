import { describeFields } from '../../salesforce/describe.ts';
import type { Dropdown } from './dropdown.ts';

/** Lookups that say who clicked, or who is invited anyway. */
export const SYSTEM: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

/** The opportunity's lookups to users. */
export const opportunityUserFields: Dropdown = async ({ salesforce }) => ({
  choices: (await describeFields(salesforce, 'Opportunity'))
    .filter(({ name, referenceTo }) => referenceTo.includes('User') && !SYSTEM.has(name))
    .map(({ name, label }) => ({ id: name, label: `${label} (${name})` })),
});
