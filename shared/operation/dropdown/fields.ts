import type { Salesforce } from '../../salesforce/client.ts';
import { type DescribedField, describeFields } from '../../salesforce/describe.ts';
import { isIdentifier } from '../../target/soql/literal.ts';
import type { Asked, Dropdown } from './dropdown.ts';

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

/** Types whose values a state can be told by. */
export const STATE_TYPES: ReadonlySet<string> = new Set([
  'picklist',
  'combobox',
  'string',
  'reference',
  'boolean',
]);

/** An object by its API name, or by the input that holds it. */
type ObjectName = string | { readonly input: string };

/** The object that the user chose. */
export const CHOSEN = { input: 'object' } as const;

/** Lookups that say who clicked, or who is addressed anyway. */
export const SYSTEM: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById', 'OwnerId']);

/** The fields of an object that a text can show, by API name. */
export function fieldsOf(object: ObjectName): Dropdown {
  return async ({ salesforce }, asked) => ({
    choices: (await showable(salesforce, nameIn(object, asked))).map(({ name, label }) => ({
      id: name,
      label: `${label} (${name})`,
    })),
  });
}

/** The same fields as `ARR__c:currency:ARR`: a card shows the label and writes the value as its type wants. */
export function extraFieldsOf(object: ObjectName): Dropdown {
  return async ({ salesforce }, asked) => ({
    choices: (await showable(salesforce, nameIn(object, asked))).map(({ name, label, type }) => ({
      id: `${name}:${type}:${label}`,
      label: `${label} (${name})`,
    })),
  });
}

/** Types whose values can be added up. */
export const ADDABLE: ReadonlySet<string> = new Set(['currency', 'double', 'int']);

/** The fields of an object that hold money or numbers, by API name. */
export function amountFieldsOf(object: string): Dropdown {
  return async ({ salesforce }) => ({
    choices: (await describeFields(salesforce, object))
      .filter(({ type }) => ADDABLE.has(type))
      .map(({ name, label }) => ({ id: name, label: `${label} (${name})` })),
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

/** The fields of an object that a state can be told by. */
export const stateFields: Dropdown = async ({ salesforce }, asked) => ({
  choices: (await described(salesforce, nameIn(CHOSEN, asked)))
    .filter(({ type }) => STATE_TYPES.has(type))
    .map(({ name, label }) => ({ id: name, label: `${label} (${name})` })),
});

/** The values of the chosen field: those of a picklist, or true and false. */
export const stateValues: Dropdown = async ({ salesforce }, asked) => {
  const field = asked?.inputs?.field;
  const fields = await described(salesforce, nameIn(CHOSEN, asked));
  const { type, picklistValues = [] } = fields.find(({ name }) => name === field) ?? {};
  if (type === 'boolean') return { choices: ['true', 'false'].map((id) => ({ id, label: id })) };
  return {
    choices: picklistValues.filter(({ active }) => active).map(({ value, label }) => ({ id: value, label })),
  };
};

/** The input of the operation that says the object. */
function nameIn(object: ObjectName, asked: Asked | undefined): string {
  const name = typeof object === 'string' ? object : asked?.inputs?.[object.input];
  return typeof name === 'string' && isIdentifier(name) ? name : '';
}

/** The fields of an object; none as long as no object is chosen. */
async function described(salesforce: Salesforce, object: string): Promise<readonly DescribedField[]> {
  return object === '' ? [] : describeFields(salesforce, object);
}

async function showable(salesforce: Salesforce, object: string): Promise<readonly DescribedField[]> {
  return (await described(salesforce, object)).filter(({ type }) => !UNSHOWABLE.has(type));
}
