import type { Node } from '../../language/node/node.ts';
import type { Template } from '../../language/template.ts';
import { walk } from '../../language/walk.ts';
import { format } from './format.ts';
import type { Evaluate } from './place.ts';
import type { Scope } from './scope.ts';
import { text } from './text.ts';

/** Nodes that stand in several places of one template, by the number under which their value is kept. */
export type Repeated = ReadonlyMap<Node, number>;

/** A scope that keeps the values of repeated nodes while one template is evaluated. */
interface KeepingScope extends Scope {
  readonly kept?: unknown[];
}

const MISSING = Symbol('not yet evaluated');

const KEPT_KINDS: ReadonlySet<string> = new Set([
  ...Object.keys(text),
  ...Object.keys(format),
  'fallback',
  'choose',
  'property',
  'join',
  'rows',
  'collect',
  'pluck',
]);

/** Finds the nodes that are worth evaluating once; what depends on the row at hand is not among them. */
export function findRepeated(template: Template): Repeated {
  const times = new Map<Node, number>();
  walk(template, '', (node) => {
    const seen = times.get(node) ?? 0;
    if (KEPT_KINDS.has(node.kind)) times.set(node, seen + 1);
    return seen > 0 ? 'skip' : undefined;
  });
  const repeated = [...times].filter(([node, count]) => count > 1 && !readsItem(node));
  return new Map(repeated.map(([node], at) => [node, at]));
}

/** Evaluates with room for the values of repeated nodes. */
export function keeping(evaluate: Evaluate, repeated: Repeated): Evaluate {
  if (repeated.size === 0) return evaluate;
  return (scope) => evaluate({ ...scope, kept: new Array(repeated.size).fill(MISSING) } as KeepingScope);
}

/** Keeps the value of a node for the rest of one evaluation. */
export function kept(evaluate: Evaluate, at: number): Evaluate {
  return (scope: KeepingScope) => {
    const values = scope.kept;
    if (values === undefined) return evaluate(scope);
    if (values[at] === MISSING) values[at] = evaluate(scope);
    return values[at];
  };
}

function readsItem(node: Node): boolean {
  let found = false;
  walk(node, '', (each) => {
    found ||= each.kind === 'item-field';
  });
  return found;
}
