import { badRequest, notFound } from './error.ts';
import type { Org } from './org.ts';
import { sobjects } from './schema/index.ts';
import type { Field, PicklistValue, Row, Sobject, Value } from './schema/type.ts';

const byName = new Map(sobjects.map((sobject) => [sobject.name.toLowerCase(), sobject]));

interface Lookups {
  readonly fields: ReadonlyMap<string, Field>;
  readonly parents: ReadonlyMap<string, Field>;
}

const lookups = new Map<Sobject, Lookups>();

function lookupsOf(sobject: Sobject): Lookups {
  let known = lookups.get(sobject);
  if (known === undefined) {
    known = {
      fields: new Map(sobject.fields.map((field) => [field.name.toLowerCase(), field])),
      parents: new Map(
        sobject.fields.flatMap((field) =>
          field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field] as const],
        ),
      ),
    };
    lookups.set(sobject, known);
  }
  return known;
}

/** The object of that name, in any case, if this org has it. */
export function findSobject(org: Org, name: string): Sobject | undefined {
  const sobject = byName.get(name.toLowerCase());
  if (sobject === undefined || org.features.hiddenObjects.has(sobject.name)) return undefined;
  if (sobject.feature !== null && !org.features[sobject.feature]) return undefined;
  return sobject;
}

/** The object a path of the REST API names. Throws 404 when this org has none. */
export function sobjectInPath(org: Org, name: string): Sobject {
  const sobject = findSobject(org, name);
  if (sobject === undefined) throw notFound();
  return sobject;
}

/** Every object of this org. */
export function visibleSobjects(org: Org): readonly Sobject[] {
  return sobjects.filter((sobject) => findSobject(org, sobject.name) !== undefined);
}

/** The field of that name, in any case, if the connected user may see it. */
export function findField(org: Org, sobject: Sobject, name: string): Field | undefined {
  const field = lookupsOf(sobject).fields.get(name.toLowerCase());
  return field !== undefined && isVisible(org, sobject, field) ? field : undefined;
}

/** The lookup behind a relationship name, if the connected user may see it. */
export function findParent(org: Org, sobject: Sobject, relationship: string): Field | undefined {
  const field = lookupsOf(sobject).parents.get(relationship.toLowerCase());
  return field !== undefined && isVisible(org, sobject, field) ? field : undefined;
}

/** The object and lookup behind a child relationship of an object, if this org has it. */
export function findChildren(
  org: Org,
  parent: Sobject,
  relationship: string,
): { readonly sobject: Sobject; readonly field: Field } | undefined {
  return childRelationships(org, parent).find(
    (child) => child.field.childRelationshipName?.toLowerCase() === relationship.toLowerCase(),
  );
}

/** The objects that point to an object, with the lookup that does. */
export function childRelationships(
  org: Org,
  parent: Sobject,
): readonly { readonly sobject: Sobject; readonly field: Field }[] {
  return visibleSobjects(org).flatMap((sobject) =>
    visibleFields(org, sobject)
      .filter((field) => field.referenceTo.includes(parent.name))
      .map((field) => ({ sobject, field })),
  );
}

/** The fields of an object the connected user may see. */
export function visibleFields(org: Org, sobject: Sobject): readonly Field[] {
  return sobject.fields.filter((field) => isVisible(org, sobject, field));
}

function isVisible(org: Org, sobject: Sobject, field: Field): boolean {
  if (field.feature !== null && !org.features[field.feature]) return false;
  return !org.features.hiddenFields.has(`${sobject.name}.${field.name}`);
}

/** The object a record id belongs to, going by its prefix, among some. */
export function sobjectOfId(org: Org, id: string, among: readonly string[]): Sobject | undefined {
  for (const name of among) {
    const sobject = findSobject(org, name);
    if (sobject !== undefined && id.startsWith(sobject.keyPrefix)) return sobject;
  }
  return undefined;
}

/** What a field of a record shows now. The connected user lacks View Encrypted Data. */
export function readField(org: Org, field: Field, row: Row): Value {
  if (field.compute !== null) return field.compute(row, org);
  const value = row[field.name] ?? null;
  return field.type === 'encryptedstring' && value !== null ? '*'.repeat(String(value).length) : value;
}

/** A picklist's values, in the order an admin gave them. */
export function picklistValues(org: Org, field: Field): readonly PicklistValue[] {
  if (field.picklistObject === null) return field.picklistValues;
  return [...org.store.table(field.picklistObject).all()]
    .sort((a, b) => Number(a.SortOrder) - Number(b.SortOrder))
    .map((row) => ({
      value: String(row.ApiName),
      label: String(row.MasterLabel),
      active: row.IsActive !== false,
      defaultValue: row.IsDefault === true,
    }));
}

/** The refusal for an unknown or hidden field, as reads word it. */
export function noSuchColumn(name: string, entity: string) {
  return badRequest(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`,
  );
}
