import type { Expression } from './node.ts';

/** An instant as whole seconds since 1970; a missing instant stays missing. */
export interface EpochSecondsNode {
  readonly kind: 'epoch-seconds';
  readonly type: 'number';
  readonly value: Expression<'instant'>;
}

/** An instant as whole seconds since 1970. */
export function epochSeconds(value: Expression<'instant'>): Expression<'number'> {
  return Object.freeze({ kind: 'epoch-seconds', type: 'number', value });
}
