import type { CustomField as CustomFieldMetadata } from '@salesforce/types/metadata';
import type { CustomField, CustomObject } from '../../../shared/salesforce/custom-object.ts';
import type { Files } from './files.ts';
import { metadata, type Written } from './metadata.ts';

/** Digits of a number, those after the point included: Salesforce's most. */
const DIGITS = 18;

/** Characters of a text field; a longer one is a text area. */
const LONGEST_TEXT = 255;

/** The files of a custom object with its fields, in a part's folder; `columns` makes a list view of all rows. */
export function objectFiles(part: string, object: CustomObject, columns: readonly string[] = []): Files {
  const folder = `${part}/objects/${object.name}`;
  return new Map([
    [`${folder}/${object.name}.object-meta.xml`, objectXml(object)],
    ...Object.entries(object.fields).map(
      ([name, field]) => [`${folder}/fields/${name}.field-meta.xml`, fieldXml(name, field)] as const,
    ),
    ...(columns.length === 0
      ? []
      : [[`${folder}/listViews/All.listView-meta.xml`, listViewXml(columns)] as const]),
  ]);
}

function objectXml({ label, plural, description, prefix, rows }: CustomObject): string {
  return metadata('CustomObject', {
    deploymentStatus: 'Deployed',
    description,
    enableActivities: false,
    enableBulkApi: true,
    enableFeeds: false,
    enableHistory: false,
    enableReports: true,
    enableSearch: false,
    enableSharing: true,
    enableStreamingApi: true,
    externalSharingModel: 'Private',
    label,
    nameField: { displayFormat: `${prefix}-{000000}`, label: `${label} Number`, type: 'AutoNumber' },
    pluralLabel: plural,
    sharingModel: rows === 'shared' ? 'ReadWrite' : 'Private',
    visibility: 'Public',
  });
}

function fieldXml(name: string, field: CustomField): string {
  const { description, label } = field;
  const values = Object.entries({ description, label, ...valuesOf(field) });
  return metadata('CustomField', { fullName: name, ...Object.fromEntries(values.sort(byName)) });
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function valuesOf(field: CustomField): Written<CustomFieldMetadata> {
  const { type, length = 0, required = false, unique, secret, refersTo, decimals = 0, formula } = field;
  if (formula !== undefined)
    return {
      formula,
      formulaTreatBlanksAs: 'BlankAsZero',
      precision: DIGITS,
      scale: decimals,
      type: 'Number',
    };
  if (type === 'number') return { precision: DIGITS, required, scale: decimals, type: 'Number' };
  if (secret) return { length, maskChar: 'asterisk', maskType: 'all', required, type: 'EncryptedText' };
  if (refersTo !== undefined)
    return {
      deleteConstraint: 'SetNull',
      referenceTo: refersTo,
      relationshipLabel: 'Dealwire Deliveries',
      relationshipName: 'Dealwire_Deliveries',
      required,
      type: 'Lookup',
    };
  if (length > LONGEST_TEXT) return { length, type: 'LongTextArea', visibleLines: 3 };
  return {
    ...(unique && { caseSensitive: true, externalId: true }),
    length,
    required,
    type: 'Text',
    ...(unique && { unique: true }),
  };
}

function listViewXml(columns: readonly string[]): string {
  return metadata('ListView', { fullName: 'All', columns, filterScope: 'Everything', label: 'All' });
}
