import type { Dropdown } from './dropdown.ts';
import { showableFields } from './opportunity-fields.ts';

/** The same fields as `ARR__c:currency:ARR`: a briefing shows the label and writes the value as its type wants. */
export const extraFields: Dropdown = async ({ salesforce }) => ({
  choices: (await showableFields(salesforce)).map(({ name, label, type }) => ({
    id: `${name}:${type}:${label}`,
    label: `${label} (${name})`,
  })),
});
