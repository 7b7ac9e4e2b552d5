import { describeFields } from '../../salesforce/describe.ts';
import type { Dropdown } from './dropdown.ts';

/** Lookups that say who clicked; an owner may well be the CSM. */
export const CLICKED: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);

/** The lookups to users of the opportunity, then those of its account. */
export const csmFields: Dropdown = async ({ salesforce }) => {
  const [opportunity, account] = await Promise.all([
    describeFields(salesforce, 'Opportunity'),
    describeFields(salesforce, 'Account'),
  ]);
  const users = (fields: typeof opportunity) =>
    fields.filter(({ name, referenceTo }) => referenceTo.includes('User') && !CLICKED.has(name));
  return {
    choices: [
      ...users(opportunity).map(({ name, label }) => ({ id: name, label: `${label} (${name})` })),
      ...users(account).map(({ name, label }) => ({
        id: `Account.${name}`,
        label: `Account: ${label} (Account.${name})`,
      })),
    ],
  };
};
