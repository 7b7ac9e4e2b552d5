import { isRecordId, toRecordId18 } from '../../../../shared/salesforce/record-id.ts';
import { badRequest } from '../error.ts';
import { datetimeText, isDay, parseDatetime } from '../instant.ts';
import type { Org } from '../org.ts';
import type { Field, Row, Sobject, Value } from '../schema/type.ts';
import { findField, sobjectOfId } from '../visible.ts';

/** The values a caller wants written, checked and brought into the form the store keeps. */
export function acceptValues(
  org: Org,
  sobject: Sobject,
  operation: 'insert' | 'update',
  values: Readonly<Record<string, unknown>>,
): Row {
  const accepted: Record<string, Value> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (name === 'attributes') continue;
    const field = findField(org, sobject, name);
    if (field === undefined)
      throw badRequest('INVALID_FIELD', `No such column '${name}' on sobject of type ${sobject.name}`);
    if (field.type === 'id')
      throw badRequest('INVALID_FIELD', 'The Id field should not be specified in the sobject data.');
    const writable = operation === 'insert' ? field.createable : field.updateable;
    if (!writable || org.features.readOnlyFields.has(`${sobject.name}.${field.name}`))
      refused.push(field.name);
    else accepted[field.name] = acceptValue(org, field, value);
  }
  if (refused.length > 0)
    throw badRequest(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${refused.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      refused,
    );
  return accepted;
}

/** Names every required field that a new or changed record leaves empty, unless there is none. */
export function requireFields(sobject: Sobject, row: Row, changed: Row): void {
  const missing = sobject.fields.filter(
    (field) =>
      !field.nillable &&
      field.type !== 'boolean' &&
      (row[field.name] ?? null) === null &&
      (field.createable || field.name in changed),
  );
  if (missing.length === 0) return;
  const names = missing.map((field) => field.name);
  throw badRequest('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);
}

function acceptValue(org: Org, field: Field, value: unknown): Value {
  if (value === null || value === undefined || value === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'false') return value === 'true';
      throw cannotRead(field, value);
    case 'currency':
    case 'double':
    case 'percent':
    case 'int': {
      const number = typeof value === 'string' ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) throw cannotRead(field, value);
      return field.type === 'int' ? Math.trunc(number) : number;
    }
    case 'date':
      if (typeof value === 'string' && isDay(value)) return value;
      throw cannotRead(field, value);
    case 'datetime': {
      const time = typeof value === 'string' ? parseDatetime(value) : undefined;
      if (time === undefined) throw cannotRead(field, value);
      return datetimeText(time);
    }
    case 'reference':
      return acceptReference(org, field, value);
    default:
      if (typeof value !== 'string') throw cannotRead(field, value);
      return acceptText(field, value);
  }
}

function acceptReference(org: Org, field: Field, value: unknown): string {
  const sobject =
    typeof value === 'string' && isRecordId(value) ? sobjectOfId(org, value, field.referenceTo) : undefined;
  if (sobject === undefined)
    throw badRequest('MALFORMED_ID', `${field.label}: id value of incorrect type: ${value}`, [field.name]);
  const id = toRecordId18(String(value));
  if (org.store.table(sobject.name).get(id) === undefined)
    throw badRequest('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
  return id;
}

function acceptText(field: Field, value: string): string {
  if (field.length > 0 && value.length > field.length)
    throw badRequest(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${value} (max length=${field.length})`,
      [field.name],
    );
  if (field.type === 'email' && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value))
    throw badRequest('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`, [
      field.name,
    ]);
  if (field.restrictedPicklist && !field.picklistValues.some((known) => known.value === value))
    throw badRequest(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${value}`,
      [field.name],
    );
  return value;
}

function cannotRead(field: Field, value: unknown) {
  const token = typeof value === 'string' ? 'VALUE_STRING' : `VALUE_${typeof value}`.toUpperCase();
  return badRequest(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${field.type} from ${token} value ${JSON.stringify(value)} or request may be missing a required field`,
  );
}
