import type { CustomObject } from '../../../shared/salesforce/custom-object.ts';
import { grantable, guarded, lookups, needs, open, writtenBy } from './security.ts';

/** What may be done with the records of an object. */
export type ObjectRight = 'read' | 'create' | 'edit' | 'delete' | 'viewAll';

/** One right of a permission set. */
export type Grant =
  | { readonly object: string; readonly rights: readonly ObjectRight[] }
  | { readonly field: string; readonly editable: boolean }
  | { readonly user: string };

/**
 * Grants to read fields of an object, parents joined with dots, and whatever Salesforce wants to be granted with them.
 * Throws for a standard field or lookup of which `security.ts` does not say whether it can be granted.
 */
export function toRead(object: string, fields: readonly string[]): readonly Grant[] {
  return [...toReadObject(object), ...fields.flatMap((path) => toReadField(object, path.split('.')))];
}

function toReadField(object: string, [head = '', ...rest]: readonly string[]): readonly Grant[] {
  if (rest.length === 0) return toSee(object, head);
  if (head.endsWith('__r')) return toSee(object, `${head.slice(0, -1)}c`);
  const parent = lookups[head];
  if (parent === undefined)
    throw new Error(`Say in security.ts where the lookup ${object}.${head} leads to.`);
  return [...toSee(object, `${head}Id`), ...toReadObject(parent), ...toReadField(parent, rest)];
}

function toSee(object: string, field: string): readonly Grant[] {
  if (isGrantable(object, field)) return [{ field: `${object}.${field}`, editable: false }];
  if (open['*']?.includes(field) || open[object]?.includes(field)) return [];
  if (!guarded.includes(object) && !(object in grantable)) return [];
  throw new Error(`Say in security.ts whether a permission set can grant ${object}.${field}.`);
}

function isGrantable(object: string, field: string): boolean {
  return field.endsWith('__c') || (grantable[object]?.includes(field) ?? false);
}

/** Grants to create or edit records of a standard object, with some fields. */
export function toWrite(
  object: string,
  right: 'create' | 'edit',
  fields: readonly string[],
): readonly Grant[] {
  return [
    ...toWriteObject(object, right),
    ...fields
      .filter((field) => isGrantable(object, field))
      .map((field) => ({ field: `${object}.${field}`, editable: true })),
  ];
}

function toWriteObject(object: string, right: 'create' | 'edit'): readonly Grant[] {
  if (guarded.includes(object)) return [...toReadObject(object), { object, rights: [right] }];
  const user = writtenBy[object];
  if (user === undefined) throw new Error(`Say in security.ts which right writes records of ${object}.`);
  return user.map((name) => ({ user: name }));
}

/** Grants to see every record of an object, and of those that Salesforce wants to be seen with it. */
export function toViewAll(object: string): readonly Grant[] {
  return [
    ...toReadObject(object),
    { object, rights: ['viewAll'] },
    ...(needs.viewAll[object] ?? []).flatMap(toViewAll),
  ];
}

function toReadObject(object: string): readonly Grant[] {
  if (!guarded.includes(object)) return [];
  return [{ object, rights: ['read'] }, ...(needs.read[object] ?? []).flatMap(toReadObject)];
}

/** Grants to use a custom object with all its fields. Required fields need no grant, and Salesforce refuses one. */
export function toUse({ name, fields }: CustomObject, rights: readonly ObjectRight[]): readonly Grant[] {
  return [
    { object: name, rights },
    ...Object.entries(fields)
      .filter(([, { required }]) => required !== true)
      .map(([field, { formula }]) => ({ field: `${name}.${field}`, editable: formula === undefined })),
  ];
}
