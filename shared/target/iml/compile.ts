import type { Node } from '../../language/node/node.ts';
import type { Template } from '../../language/template.ts';
import { placeAtRoot, type Step } from './place.ts';
import { repeatedIn } from './repeated.ts';
import type { Roots } from './roots.ts';
import { treeOf } from './template.ts';
import { type Json, printTree } from './tree.ts';

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
  const { place, steps } = placeAtRoot(roots, inline, repeatedIn(node, 'expression'));
  const { text } = place.print(node, 'expression');
  return Object.freeze({ steps, expression: text });
}

/**
 * Compiles JSON around expressions. A leaf that is one expression keeps its type; a missing value is undefined, which
 * leaves its key out of an object, or null in an array.
 */
export function compileTemplate(template: Template, roots: Roots, inline = false): CompiledTemplate {
  const { place, steps } = placeAtRoot(roots, inline, repeatedIn(template, 'template'));
  return Object.freeze({ steps, value: printTree(treeOf(template, place, 'template')) });
}
