import type { Salesforce } from '../../salesforce/client.ts';
import { type DescribedField, describeFields } from '../../salesforce/describe.ts';
import type { Dropdown } from './dropdown.ts';

/** Types whose values a card cannot say in one line. */
export const UNSHOWABLE: ReadonlySet<string> = new Set([
  'id',
  'reference',
  'address',
  'location',
  'base64',
  'complexvalue',
  'anyType',
]);

/** The opportunity's own fields whose values can be shown. */
export async function showableFields(salesforce: Salesforce): Promise<readonly DescribedField[]> {
  return (await describeFields(salesforce, 'Opportunity')).filter(({ type }) => !UNSHOWABLE.has(type));
}

/** The fields of the opportunity that a text can show, by API name. */
export const opportunityFields: Dropdown = async ({ salesforce }) => ({
  choices: (await showableFields(salesforce)).map(({ name, label }) => ({
    id: name,
    label: `${label} (${name})`,
  })),
});
