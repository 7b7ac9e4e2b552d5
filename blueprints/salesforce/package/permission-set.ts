import type { Grant, ObjectRight } from './grant.ts';
import { metadata } from './metadata.ts';

/** A permission set of the package. */
export interface PermissionSet {
  readonly label: string;
  /** At most 255 characters. */
  readonly description: string;
  readonly grants: readonly Grant[];
  /** Objects whose tab it shows. */
  readonly tabs?: readonly string[];
}

/** The file of a permission set: each object and field once, in the order of their names. */
export function permissionSet({ label, description, grants, tabs = [] }: PermissionSet): string {
  const objects = new Map<string, Set<ObjectRight>>();
  const fields = new Map<string, boolean>();
  const users = new Set<string>();
  for (const grant of grants)
    if ('object' in grant)
      objects.set(grant.object, new Set([...(objects.get(grant.object) ?? []), ...grant.rights]));
    else if ('field' in grant) fields.set(grant.field, grant.editable || (fields.get(grant.field) ?? false));
    else users.add(grant.user);
  return metadata('PermissionSet', {
    description,
    fieldPermissions: [...fields].sort(byName).map(([field, editable]) => ({
      editable,
      field,
      readable: true,
    })),
    hasActivationRequired: false,
    label,
    objectPermissions: [...objects].sort(byName).map(([object, rights]) => ({
      allowCreate: rights.has('create'),
      allowDelete: rights.has('delete'),
      allowEdit: rights.has('edit'),
      allowRead: true,
      modifyAllRecords: false,
      object,
      viewAllRecords: rights.has('viewAll'),
    })),
    tabSettings: tabs.map((tab) => ({ tab, visibility: 'Visible' })),
    userPermissions: [...users].sort().map((name) => ({ enabled: true, name })),
  });
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
