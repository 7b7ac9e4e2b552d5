import type { Org } from '../org.ts';
import { nameObject } from '../schema/name.ts';
import type { Field, Row, Sobject, Value } from '../schema/type.ts';
import { findField, findParent, findSobject, noSuchColumn, readField, sobjectOfId } from '../visible.ts';
import { invalidField } from './malformed.ts';

/** One step from a record to a parent of it. */
export interface Step {
  readonly lookup: Field;
  /** The parent's object; for a lookup to several objects what they have in common. */
  readonly target: Sobject;
}

/** A field of an object or of a parent of it. */
export interface Path {
  readonly steps: readonly Step[];
  readonly field: Field;
  /** The object the field belongs to. */
  readonly sobject: Sobject;
  readonly read: (row: Row) => Value;
}

/** A record together with its object. */
export interface Found {
  readonly sobject: Sobject;
  readonly row: Row;
}

const MOST_STEPS = 5;

/** Resolves a path such as `Account.Owner.Email`; `prefixes` are names for the object itself. Throws INVALID_FIELD. */
export function resolvePath(
  org: Org,
  sobject: Sobject,
  written: string,
  prefixes: readonly string[] = [sobject.name],
): Path {
  const segments = written.split('.');
  const [first = ''] = segments;
  const prefixed =
    segments.length > 1 && prefixes.some((prefix) => prefix.toLowerCase() === first.toLowerCase());
  const own = prefixed && findParent(org, sobject, first) === undefined ? segments.slice(1) : segments;
  const steps: Step[] = [];
  let at = sobject;
  for (const relationship of own.slice(0, -1)) {
    const step = resolveStep(org, at, relationship);
    steps.push(step);
    at = step.target;
  }
  if (steps.length > MOST_STEPS)
    throw invalidField('SOQL relationship paths cannot go more than five levels up.');
  const name = own.at(-1) ?? '';
  const field = findField(org, at, name);
  if (field === undefined) throw noSuchColumn(name, at.name);
  return { steps, field, sobject: at, read: reader(org, sobject, steps, field) };
}

/** The lookup behind one relationship name. Throws INVALID_FIELD. */
export function resolveStep(org: Org, at: Sobject, relationship: string): Step {
  const lookup = findParent(org, at, relationship);
  const [first] = lookup === undefined ? [] : lookup.referenceTo;
  const target = first === undefined ? undefined : findSobject(org, first);
  if (lookup === undefined || target === undefined)
    throw invalidField(
      `Didn't understand relationship '${relationship}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
    );
  return { lookup, target: lookup.referenceTo.length > 1 ? nameObject : target };
}

/** The record a lookup points to, if it is filled and the record exists. */
export function parentOf(org: Org, lookup: Field, row: Row): Found | undefined {
  const id = row[lookup.name];
  if (typeof id !== 'string') return undefined;
  const sobject = sobjectOfId(org, id, lookup.referenceTo);
  const parent = sobject === undefined ? undefined : org.store.table(sobject.name).get(id);
  return sobject === undefined || parent === undefined ? undefined : { sobject, row: parent };
}

/** What a field of a found record holds; `field` may be one of the fields several objects have in common. */
export function readFound(org: Org, found: Found, field: Field): Value {
  if (found.sobject.fields.includes(field)) return readField(org, field, found.row);
  if (field.name === 'Type' && found.sobject.name !== 'Group') return found.sobject.name;
  const named = field.name === 'Name' && found.sobject.fields.find(({ nameField }) => nameField);
  const own = named || findField(org, found.sobject, field.name);
  return own === undefined ? null : readField(org, own, found.row);
}

function reader(org: Org, sobject: Sobject, steps: readonly Step[], field: Field): (row: Row) => Value {
  if (steps.length === 0) return (row) => readField(org, field, row);
  return (row) => {
    let found: Found = { sobject, row };
    for (const { lookup } of steps) {
      const parent = parentOf(org, lookup, found.row);
      if (parent === undefined) return null;
      found = parent;
    }
    return readFound(org, found, field);
  };
}
