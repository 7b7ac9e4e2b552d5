import { InvalidTreeError } from './invalid-tree-error.ts';
import type { Kind, Node } from './node/node.ts';

/** The node of a kind. */
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>;

/**
 * What a target answers for each kind of node. The table is keyed by the union of all kinds, so a new node breaks the
 * build of every target until it is answered.
 */
export type Visitor<Result, Context> = {
  readonly [K in Kind]: (node: NodeOf<K>, context: Context) => Result;
};

/**
 * Lets a visitor answer a node. Throws InvalidTreeError when the value is no node of the language, which a tree made
 * by hand can be; `path` says where it stands.
 */
export function visit<Result, Context>(
  visitor: Visitor<Result, Context>,
  node: Node,
  context: Context,
  path: string,
): Result {
  const kind: unknown = typeof node === 'object' && node !== null ? node.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(visitor, kind))
    throw new InvalidTreeError(String(kind ?? node), path, 'this is no node of the language');
  return (visitor[node.kind] as (node: Node, context: Context) => Result)(node, context);
}
