import type { NamedFieldNode } from './node/named-field.ts';

/**
 * The path that a named field reads when its input holds `name`; undefined when there is none.
 *
 * With a suffix the last step is a lookup and is followed: `CSM__c` to `CSM__r.Email`, `OwnerId` to `Owner.Email`.
 */
export function namedPath(node: NamedFieldNode, name: string | undefined): readonly string[] | undefined {
  const path = name === undefined || name === '' ? node.fallback : name.split('.');
  if (path.length === 0) return undefined;
  if (node.suffix.length === 0) return path;
  const lookup = path.at(-1) ?? '';
  return [...path.slice(0, -1), lookup.replace(/__c$/, '__r').replace(/Id$/, ''), ...node.suffix];
}
