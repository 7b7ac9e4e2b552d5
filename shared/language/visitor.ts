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

/** The kinds whose nodes can hold or not hold. */
export type ConditionKind = {
  readonly [K in Kind]: Extract<NodeOf<K>['type'], 'boolean'> extends never ? never : K;
}[Kind];

/** What a target that says conditions only answers; a new node that can be a condition breaks its build. */
export type ConditionVisitor<Result, Context> = Pick<Visitor<Result, Context>, ConditionKind>;

/**
 * Lets a visitor answer a node. Throws InvalidTreeError when the table has no answer: the value is no node of the
 * language, or no condition where one must stand, which a tree made by hand can be. `path` says where it stands.
 */
export function visit<Result, Context>(
  visitor: Partial<Visitor<Result, Context>>,
  node: Node,
  context: Context,
  path: string,
): Result {
  const kind: unknown = typeof node === 'object' && node !== null ? node.kind : undefined;
  if (typeof kind !== 'string' || !Object.hasOwn(visitor, kind))
    throw new InvalidTreeError(String(kind ?? node), path, 'no such node can stand here');
  try {
    return (visitor[node.kind] as (node: Node, context: Context) => Result)(node, context);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    throw new InvalidTreeError(kind, path, 'its parts are not what its builder makes', { cause });
  }
}
