import type { Query } from '../../shared/language/index.ts';
import type { Node } from '../../shared/language/node/node.ts';
import type { Template } from '../../shared/language/template.ts';
import { walk } from '../../shared/language/walk.ts';
import type { Operations } from '../../shared/operation/salesforce-access.ts';

/** How the history of an object's fields is read with its records. */
const RELATIONSHIP = 'Histories';

/** The fields whose history the operations read, by object. A field that an input names is left out. */
export function trackedFields({
  actions,
  searches,
  triggers,
}: Operations): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  const seen = new Set<Node>();
  walk([actions, searches, triggers] as unknown as Template, 'operations', (node) => {
    if (seen.has(node)) return 'skip';
    seen.add(node);
    if (node.kind === 'query-text') note(node.query, found);
    return undefined;
  });
  return new Map([...found].map(([object, fields]) => [object, [...fields].sort()]));
}

function note({ from, children = [] }: Query, found: Map<string, Set<string>>): void {
  if (typeof from !== 'string') return;
  for (const { relationship, where } of children) {
    if (relationship !== RELATIONSHIP || where === undefined) continue;
    const fields = found.get(from) ?? new Set();
    walk(where, 'where', (node) => {
      for (const field of fieldsNamed(node)) fields.add(field);
    });
    if (fields.size > 0) found.set(from, fields);
  }
}

/** The texts that the column `Field` is compared with. */
function fieldsNamed(node: Node): readonly string[] {
  if (node.kind !== 'in' || node.list.kind !== 'literal' || !Array.isArray(node.list.value)) return [];
  const isField = node.value.kind === 'field' && node.value.path.join('.') === 'Field';
  return isField ? node.list.value.map(String) : [];
}
