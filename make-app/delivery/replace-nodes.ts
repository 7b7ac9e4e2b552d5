import type { Node } from '../../shared/language/node/node.ts';

/** The tree with some nodes replaced; `replace` answers nothing for a node that stays, whose children are then looked at. */
export function replaceNodes<T>(tree: T, replace: (node: Node) => unknown): T {
  if (typeof tree !== 'object' || tree === null) return tree;
  const replaced = 'kind' in tree ? replace(tree as unknown as Node) : undefined;
  if (replaced !== undefined) return replaced as T;
  if (Array.isArray(tree)) return tree.map((item) => replaceNodes(item, replace)) as T;
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, replaceNodes(value, replace)]),
  ) as T;
}

/** The tree with notes replaced by what is written under their names, as far as that is known. */
export function replaceNotes<T>(tree: T, written: Readonly<Record<string, unknown>>): T {
  return replaceNodes(tree, (node) => {
    if (node.kind !== 'note' || !Object.hasOwn(written, node.name)) return undefined;
    const value = replaceNotes(written[node.name], written);
    if (node.path.length === 0) return value;
    const source = value as Node;
    if (source.kind !== 'answer')
      throw new Error(`The note ${node.name} is no part of an answer, so nothing can be read inside it.`);
    return { ...source, type: node.type, path: [...source.path, ...node.path] };
  });
}
