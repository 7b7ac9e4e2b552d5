import type { Node } from '../../language/node/node.ts';
import type { Template } from '../../language/template.ts';
import { walk } from '../../language/walk.ts';

/**
 * Tells of a node whether the template holds it, or one alike, more than once. What stands inside a repeated node is
 * counted once, since it is printed once. What reads an answer never counts: it may have to be printed where the answer is
 * at hand.
 *
 * Throws InvalidTreeError for a template that contains itself.
 */
export function repeatedIn(template: Template, path: string): (node: Node) => boolean {
  walk(template, path, () => undefined);
  const seen = new Set<string>();
  const repeated = new Set<string>();
  walk(template, path, (node) => {
    const key = JSON.stringify(node);
    if (!seen.has(key)) return seen.add(key);
    if (key.includes('"kind":"answer"')) return undefined;
    repeated.add(key);
    return 'skip';
  });
  return (node) => repeated.has(JSON.stringify(node));
}
