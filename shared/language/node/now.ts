import type { Expression } from './node.ts';

/** The instant at which the expression is evaluated, as text `2026-11-20T22:05:00.000Z`. */
export interface NowNode {
  readonly kind: 'now';
  readonly type: 'instant';
}

/** The instant of evaluation. */
export const now: Expression<'instant'> = Object.freeze({ kind: 'now', type: 'instant' });
