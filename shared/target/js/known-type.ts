import type { Node } from '../../language/node/node.ts';
import { format } from './format.ts';
import { text } from './text.ts';

const TEXT_KINDS: ReadonlySet<string> = new Set([
  ...Object.keys(text),
  ...Object.keys(format),
  'join',
  'rows',
]);
const LIST_KINDS: ReadonlySet<string> = new Set(['collect', 'append', 'each', 'distinct', 'pluck']);
const SOURCE_KINDS: ReadonlySet<string> = new Set(['field', 'parameter', 'note', 'answer']);

/** Whatever the record, the node's value is a text that is not empty, or undefined. */
export function isAlwaysText(node: Node): boolean {
  if (node.kind === 'literal') return typeof node.value === 'string' && node.value !== '';
  if (node.kind === 'fallback') return node.type === 'text' && node.values.every(isAlwaysText);
  if (node.kind === 'choose')
    return [...node.branches.map(({ value }) => value), node.otherwise].every(
      (value) => isAlwaysText(value) || isNothing(value),
    );
  return TEXT_KINDS.has(node.kind);
}

/** Whatever the record, the node's value is a list. */
export function isAlwaysList(node: Node): boolean {
  return LIST_KINDS.has(node.kind) || (SOURCE_KINDS.has(node.kind) && node.type === 'list');
}

/** The node is written as missing. */
export function isNothing(node: Node): boolean {
  return node.kind === 'literal' && (node.value === null || node.value === '');
}
