import type { Grant, ObjectRight } from './grant.ts';
import { metadata } from './metadata.ts';

/** A permission set of the package. */
export interface PermissionSet {
  /** API name. */
  readonly name: string;
  readonly label: string;
  /** At most 255 characters. */
  readonly description: string;
  readonly grants: readonly Grant[];
  /** Objects whose tab it shows. */
  readonly tabs?: readonly string[];
}

/** Grants, each object and field once, in the order of their names. */
export interface Rights {
  readonly objects: readonly (readonly [string, ReadonlySet<ObjectRight>])[];
  /** Whether each field can be edited too. */
  readonly fields: readonly (readonly [string, boolean])[];
  readonly user: readonly string[];
}

/** What grants come to. */
export function rightsOf(grants: readonly Grant[]): Rights {
  const objects = new Map<string, Set<ObjectRight>>();
  const fields = new Map<string, boolean>();
  const user = new Set<string>();
  for (const grant of grants)
    if ('object' in grant)
      objects.set(grant.object, new Set([...(objects.get(grant.object) ?? []), ...grant.rights]));
    else if ('field' in grant) fields.set(grant.field, grant.editable || (fields.get(grant.field) ?? false));
    else user.add(grant.user);
  return {
    objects: [...objects].sort(byName),
    fields: [...fields].sort(byName),
    user: [...user].sort(),
  };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** The file of a permission set, by its path in a part's folder. */
export function permissionSetFile(part: string, set: PermissionSet): readonly [string, string] {
  return [`${part}/permissionsets/${set.name}.permissionset-meta.xml`, xmlOf(set)];
}

function xmlOf({ label, description, grants, tabs = [] }: PermissionSet): string {
  const { objects, fields, user } = rightsOf(grants);
  return metadata('PermissionSet', {
    description,
    fieldPermissions: fields.map(([field, editable]) => ({ editable, field, readable: true })),
    hasActivationRequired: false,
    label,
    objectPermissions: objects.map(([object, rights]) => ({
      allowCreate: rights.has('create'),
      allowDelete: rights.has('delete'),
      allowEdit: rights.has('edit'),
      allowRead: true,
      modifyAllRecords: false,
      object,
      viewAllRecords: rights.has('viewAll'),
    })),
    tabSettings: tabs.map((tab) => ({ tab, visibility: 'Visible' })),
    userPermissions: user.map((name) => ({ enabled: true, name })),
  });
}
