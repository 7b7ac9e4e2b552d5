import type { Expression } from './node.ts';

/**
 * A pattern from an input with `{token}`s replaced by values; unknown tokens stay, a missing pattern stays missing.
 *
 * Each `$`, `{` and `}` in a value becomes `-`, and so does a missing value, so that no value can bring a token of its own.
 */
export interface PatternNode {
  readonly kind: 'pattern';
  readonly type: 'text';
  readonly pattern: Expression<'text'>;
  readonly tokens: readonly { readonly name: string; readonly value: Expression<'text'> }[];
}

/** A pattern with its tokens filled in; `$` in a value becomes `-`. */
export function pattern(
  template: Expression<'text'>,
  tokens: { readonly [name: string]: Expression<'text'> },
): Expression<'text'> {
  return Object.freeze({
    kind: 'pattern',
    type: 'text',
    pattern: template,
    tokens: Object.freeze(Object.entries(tokens).map(([name, value]) => Object.freeze({ name, value }))),
  });
}
