import type { Node } from '../../language/node/node.ts';
import { isExpression, type Template } from '../../language/template.ts';
import { iml, MISSING, name, type Piece } from './piece.ts';
import { type Place, placeAtRoot, type Step } from './place.ts';
import { repeatedIn } from './repeated.ts';
import type { Roots } from './roots.ts';
import { type Json, printTree, type Tree } from './tree.ts';
import { wordsIn } from './word.ts';

/** IML that yields a value once its steps have run. */
export interface CompiledExpression {
  /** What must be put into `temp` first: one request each, in order, once in a run. */
  readonly steps: readonly Step[];
  /** Without braces. */
  readonly expression: string;
}

/** JSON with IML in its texts, which yields a value once its steps have run. */
export interface CompiledTemplate {
  readonly steps: readonly Step[];
  readonly value: Json;
}

/**
 * Compiles an expression to the IML of custom apps. It relies on nothing that Make leaves undocumented.
 *
 * With `inline` only constants become steps, for places between which nothing can run; see `placeAtRoot`.
 *
 * Throws NotExpressibleError for a node that IML cannot say, InvalidTreeError for what is no node.
 */
export function compileExpression(node: Node, roots: Roots, inline = false): CompiledExpression {
  const { place, steps } = placeAtRoot(roots, inline, knownOf(node, 'expression'));
  const { text } = place.print(node, 'expression');
  return Object.freeze({ steps, expression: text });
}

/**
 * Compiles JSON around expressions. A leaf that is one expression keeps its type; a missing value is undefined, which
 * leaves its key out of an object, or null in an array.
 */
export function compileTemplate(template: Template, roots: Roots, inline = false): CompiledTemplate {
  const { place, steps } = placeAtRoot(roots, inline, knownOf(template, 'template'));
  return Object.freeze({ steps, value: printTree(treeOf(template, place, 'template', MISSING)) });
}

/** What has to be known of a tree before a part of it is printed. */
function knownOf(tree: Template, path: string): Pick<Place, 'isRepeated' | 'words'> {
  return { isRepeated: repeatedIn(tree, path), words: wordsIn(tree, path) };
}

function treeOf(template: Template, place: Place, path: string, missing: Piece): Tree {
  if (typeof template !== 'object' || template === null) return template;
  if (isExpression(template)) {
    const piece = place.print(template, path);
    return piece.presence === 'there' ? piece : iml`ifempty(${piece}, ${missing})`;
  }
  if (Array.isArray(template))
    return template.map((item, index) => treeOf(item, place, `${path}[${index}]`, name('null')));
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [key, treeOf(value, place, `${path}.${key}`, MISSING)]),
  );
}
