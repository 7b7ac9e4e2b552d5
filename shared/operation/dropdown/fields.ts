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

/** Lookups that say who clicked, or who is addressed anyway. */
export const SYSTEM: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

/** The fields of an object that a text can show, by API name. */
export function fieldsOf(object: string): Dropdown {
  return async ({ salesforce }) => ({
    choices: (await showable(salesforce, object)).map(({ name, label }) => ({
      id: name,
      label: `${label} (${name})`,
    })),
  });
}

/** The same fields as `ARR__c:currency:ARR`: a card shows the label and writes the value as its type wants. */
export function extraFieldsOf(object: string): Dropdown {
  return async ({ salesforce }) => ({
    choices: (await showable(salesforce, object)).map(({ name, label, type }) => ({
      id: `${name}:${type}:${label}`,
      label: `${label} (${name})`,
    })),
  });
}

/** The lookups of an object to users. */
export function userFieldsOf(object: string): Dropdown {
  return async ({ salesforce }) => ({
    choices: (await describeFields(salesforce, object))
      .filter(({ name, referenceTo }) => referenceTo.includes('User') && !SYSTEM.has(name))
      .map(({ name, label }) => ({ id: name, label: `${label} (${name})` })),
  });
}

/** The checkboxes of an object that a query can ask for. */
export function checkboxesOf(object: string): Dropdown {
  return async ({ salesforce }) => ({
    choices: (await describeFields(salesforce, object))
      .filter(({ type, filterable }) => type === 'boolean' && filterable)
      .map(({ name, label }) => ({ id: name, label: `${label} (${name})` })),
  });
}

/** The values in use of a picklist. */
export function picklistOf(object: string, field: string): Dropdown {
  return async ({ salesforce }) => {
    const found = (await describeFields(salesforce, object)).find(({ name }) => name === field);
    return {
      choices: (found?.picklistValues ?? [])
        .filter(({ active }) => active)
        .map(({ value, label }) => ({ id: value, label })),
    };
  };
}

async function showable(salesforce: Salesforce, object: string): Promise<readonly DescribedField[]> {
  return (await describeFields(salesforce, object)).filter(({ type }) => !UNSHOWABLE.has(type));
}
