import { isExpression, type Template } from '../../language/template.ts';
import { iml, MISSING, mergedLists, name, type Piece } from './piece.ts';
import type { Place } from './place.ts';
import type { Tree } from './tree.ts';

/**
 * JSON around expressions, as a tree of pieces. An expression without a value is undefined, which leaves its key out of an
 * object, or null in an array.
 */
export function treeOf(template: Template, place: Place, path: string, missing = MISSING): Tree {
  if (typeof template !== 'object' || template === null) return template;
  if (isExpression(template)) {
    const piece = place.print(template, path);
    return piece.presence === 'there' ? piece : iml`ifempty(${piece}, ${missing})`;
  }
  if (Array.isArray(template)) return listOf(template, place, path);
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [key, treeOf(value, place, `${path}.${key}`)]),
  );
}

/** An array, in which the items of an `each` take its place. */
function listOf(items: readonly Template[], place: Place, path: string): Tree {
  const trees = items.map((item, index) => ({
    isList: isExpression(item) && item.kind === 'each',
    tree: treeOf(item, place, `${path}[${index}]`, name('null')),
  }));
  if (trees.every(({ isList }) => !isList)) return trees.map(({ tree }) => tree);
  const lists: Piece[] = [];
  let plain: Tree[] = [];
  const close = () => {
    if (plain.length > 0) lists.push(place.holdTree(plain));
    plain = [];
  };
  for (const { isList, tree } of trees) {
    if (!isList) plain.push(tree);
    else {
      close();
      lists.push(tree as Piece);
    }
  }
  close();
  return mergedLists(lists);
}
