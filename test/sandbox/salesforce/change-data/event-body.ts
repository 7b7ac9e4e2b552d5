import type { Org } from '../org.ts';
import type { Field, Row, Value } from '../schema/type.ts';
import type { NetChange } from './net-change.ts';

/** What an event tells of a record besides its header. */
export interface EventBody {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly changedFields: readonly string[];
  readonly nulledFields: readonly string[];
}

/** Neither formulas nor these are ever part of an event. */
const NEVER_INCLUDED = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastActivityDate',
  'LastStageChangeDate',
]);

const personName = { FirstName: 'Name.FirstName', LastName: 'Name.LastName' };

/** The parts of compound fields, by object, with the path an event has them under. */
const compoundParts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Account: {
    BillingStreet: 'BillingAddress.Street',
    BillingCity: 'BillingAddress.City',
    BillingState: 'BillingAddress.State',
    BillingCountry: 'BillingAddress.Country',
  },
  Contact: personName,
  Lead: { ...personName, City: 'Address.City', State: 'Address.State', Country: 'Address.Country' },
};

/** The path under which an event has a field of an object. */
export function eventPath(sobject: string, field: string): string {
  return compoundParts[sobject]?.[field] ?? field;
}

/** Creation and restoration tell every filled field, an update the changed ones and the last modification, a deletion none. */
export function eventBody(org: Org, change: NetChange): EventBody {
  const { type, sobject, before, row = {} } = change;
  const parts = compoundParts[sobject.name] ?? {};
  const included = sobject.fields.filter((field) => isIncluded(org, field, parts));
  const pathOf = ({ name }: Field) => eventPath(sobject.name, name);
  const held = ({ name }: Field) => row[name] ?? null;
  if (type === 'DELETE') return { fields: {}, changedFields: [], nulledFields: [] };
  if (type !== 'UPDATE')
    return {
      fields: nested(
        row,
        included.filter((field) => held(field) !== null).map((field) => [field, pathOf(field)]),
      ),
      changedFields: [],
      nulledFields: [],
    };
  const changed = included.filter(
    (field) => field.name === 'LastModifiedDate' || (before?.[field.name] ?? null) !== held(field),
  );
  return {
    fields: nested(
      row,
      changed.map((field) => [field, pathOf(field)]),
    ),
    changedFields: changed.map(pathOf),
    nulledFields: changed.filter((field) => held(field) === null).map(pathOf),
  };
}

function isIncluded(org: Org, field: Field, parts: Readonly<Record<string, string>>): boolean {
  if (field.compute !== null || NEVER_INCLUDED.has(field.name)) return false;
  if (field.feature !== null && !org.features[field.feature]) return false;
  return !(field.name === 'Name' && parts.LastName !== undefined);
}

function nested(row: Row, fields: readonly (readonly [Field, string])[]): Readonly<Record<string, unknown>> {
  const body: Record<string, unknown> = {};
  for (const [field, path] of fields) {
    const value = shown(field, row[field.name] ?? null);
    const [compound = '', part] = path.split('.');
    if (part === undefined) body[compound] = value;
    else body[compound] = { ...(body[compound] as object | undefined), [part]: value };
  }
  return body;
}

/** Over CometD an instant is ISO text that ends in Z. */
function shown(field: Field, value: Value): Value {
  return field.type === 'datetime' && typeof value === 'string' ? value.replace('+0000', 'Z') : value;
}
