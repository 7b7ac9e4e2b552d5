import { InvalidTreeError } from './invalid-tree-error.ts';
import type { Node } from './node/node.ts';
import { isExpression, type Template } from './template.ts';

/**
 * Shows every node of a template with its path, parents before their parts; the parts of a node for which `see`
 * answers `skip` are left out.
 *
 * Throws InvalidTreeError for a tree that contains itself.
 */
export function walk(template: Template, path: string, see: (node: Node, path: string) => unknown): void {
  walkValue(template, path, see, new Set());
}

function walkValue(
  value: unknown,
  path: string,
  see: (node: Node, path: string) => unknown,
  ancestors: Set<unknown>,
): void {
  if (typeof value !== 'object' || value === null) return;
  if (ancestors.has(value)) throw new InvalidTreeError('tree', path, 'it contains itself');
  if (isExpression(value as Template) && see(value as Node, path) === 'skip') return;
  ancestors.add(value);
  for (const [name, part] of Object.entries(value))
    walkValue(part, Array.isArray(value) ? `${path}[${name}]` : `${path}.${name}`, see, ancestors);
  ancestors.delete(value);
}
