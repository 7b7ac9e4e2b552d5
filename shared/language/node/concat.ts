import { lift } from '../lift.ts';
import type { Expression } from './node.ts';

/**
 * Texts one after another; a missing part counts as empty, and nothing but missing parts is missing.
 * Numbers are written as JSON writes them, `true` and `false` by name; lists cannot be parts.
 */
export interface ConcatNode {
  readonly kind: 'concat';
  readonly type: 'text';
  readonly parts: readonly Expression[];
}

/** Texts one after another. */
export function concat(...parts: readonly (Expression | string)[]): Expression<'text'> {
  return Object.freeze({
    kind: 'concat',
    type: 'text',
    parts: Object.freeze(parts.map((part) => (typeof part === 'string' ? lift('text', part) : part))),
  });
}
