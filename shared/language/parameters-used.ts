import { InvalidTreeError } from './invalid-tree-error.ts';
import type { Template } from './template.ts';
import type { Type } from './type.ts';
import { walk } from './walk.ts';

/**
 * The inputs that a template reads, with their types. Throws InvalidTreeError for one that is read as two types, and
 * for a tree that contains itself.
 */
export function parametersUsed(template: Template, path = 'template'): ReadonlyMap<string, Type> {
  const used = new Map<string, Type>();
  walk(template, path, (node, at) => {
    if (node.kind !== 'parameter' && node.kind !== 'named-field') return;
    const [name, type] =
      node.kind === 'parameter' ? [node.name, node.type] : [node.parameter, 'text' as const];
    const before = used.get(name);
    if (before !== undefined && before !== type)
      throw new InvalidTreeError(node.kind, at, `the input "${name}" is read as ${before} and as ${type}`);
    used.set(name, type);
  });
  return used;
}
