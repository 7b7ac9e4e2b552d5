import type { Field, FieldType, PicklistValue } from './type.ts';

type Extra = Partial<Omit<Field, 'name' | 'type'>>;

/** A field of a type; everything not said is what most fields of that type are. */
function field(type: FieldType, name: string, extra: Extra): Field {
  const writable = extra.compute === undefined && extra.autoNumber !== true;
  return Object.freeze({
    name,
    label: labelOf(name),
    type,
    length: 0,
    filterable: true,
    sortable: true,
    groupable: true,
    createable: writable,
    updateable: writable,
    nillable: true,
    nameField: false,
    unique: false,
    externalId: false,
    caseSensitive: false,
    autoNumber: false,
    defaultValue: null,
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    picklistValues: [],
    picklistObject: null,
    restrictedPicklist: false,
    feature: null,
    compute: null,
    ...extra,
  });
}

/** Text of one line, 255 characters unless told. */
export const text = (name: string, extra: Extra = {}) => field('string', name, { length: 255, ...extra });

/** Text of several lines; SOQL can neither filter, sort nor group it. */
export const longText = (name: string, extra: Extra = {}) =>
  field('textarea', name, { length: 32_000, filterable: false, sortable: false, groupable: false, ...extra });

/** Text that the API shows as asterisks; SOQL can neither filter, sort nor group it. */
export const encrypted = (name: string, extra: Extra = {}) =>
  field('encryptedstring', name, {
    length: 175,
    filterable: false,
    sortable: false,
    groupable: false,
    ...extra,
  });

export const email = (name: string, extra: Extra = {}) => field('email', name, { length: 80, ...extra });

export const phone = (name: string, extra: Extra = {}) => field('phone', name, { length: 40, ...extra });

export const url = (name: string, extra: Extra = {}) => field('url', name, { length: 255, ...extra });

export const checkbox = (name: string, extra: Extra = {}) =>
  field('boolean', name, { nillable: false, defaultValue: false, ...extra });

export const currency = (name: string, extra: Extra = {}) =>
  field('currency', name, { groupable: false, ...extra });

export const decimal = (name: string, extra: Extra = {}) =>
  field('double', name, { groupable: false, ...extra });

export const integer = (name: string, extra: Extra = {}) => field('int', name, extra);

export const percent = (name: string, extra: Extra = {}) =>
  field('percent', name, { groupable: false, ...extra });

export const day = (name: string, extra: Extra = {}) => field('date', name, extra);

export const instant = (name: string, extra: Extra = {}) =>
  field('datetime', name, { groupable: false, ...extra });

/** A picklist with fixed values; `*` before a value makes it the default, `-` makes it inactive. */
export const picklist = (name: string, values: readonly string[], extra: Extra = {}) => {
  const picklistValues = values.map(picklistValue);
  return field('picklist', name, {
    length: 255,
    picklistValues,
    defaultValue: picklistValues.find((value) => value.defaultValue)?.value ?? null,
    ...extra,
  });
};

/** A lookup to one of some objects; the path to the parent is the name without its `Id` unless told. */
export const lookup = (name: string, referenceTo: readonly string[], extra: Extra = {}) =>
  field('reference', name, {
    length: 18,
    referenceTo,
    relationshipName: name.endsWith('__c') ? `${name.slice(0, -1)}r` : name.replace(/Id$/, ''),
    ...extra,
  });

/** What is read-only for every caller of the API. */
export const readOnly = { createable: false, updateable: false } as const;

/** The id. */
export const id = (): Field =>
  field('id', 'Id', { length: 18, nillable: false, label: 'Record ID', ...readOnly });

/** Id, deletion mark, creation, modification and the system stamp, in describe's order. */
export const systemFields = (): readonly Field[] => [
  id(),
  checkbox('IsDeleted', { label: 'Deleted', ...readOnly }),
  ...creationFields(),
  instant('LastModifiedDate', { nillable: false, ...readOnly }),
  lookup('LastModifiedById', ['User'], { nillable: false, ...readOnly }),
  instant('SystemModstamp', { nillable: false, ...readOnly }),
];

/** Who created it and when. */
export const creationFields = (): readonly Field[] => [
  instant('CreatedDate', { nillable: false, ...readOnly }),
  lookup('CreatedById', ['User'], { nillable: false, ...readOnly }),
];

/** The currency of a record, which exists only in orgs with several. */
export const currencyIsoCode = (): Field =>
  picklist('CurrencyIsoCode', ['*USD', 'EUR', 'GBP', 'JPY'], {
    feature: 'multiCurrency',
    restrictedPicklist: true,
    nillable: false,
  });

function picklistValue(text: string): PicklistValue {
  const value = text.replace(/^[*-]/, '');
  return { value, label: value, active: !text.startsWith('-'), defaultValue: text.startsWith('*') };
}

function labelOf(name: string): string {
  return name
    .replace(/__c$/, '')
    .replace(/(?<=.)Id$/, ' ID')
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ {2,}/g, ' ');
}
