import type { Type } from '../type.ts';
import type { Expression } from './node.ts';

/**
 * A part of the answer to the call of the step at hand; missing when the path leads nowhere. A path of `headers` and a name
 * in lower case is a header of Slack's answer, of which a client may keep only `x-oauth-scopes`.
 */
export interface AnswerNode<T extends Type = Type> {
  readonly kind: 'answer';
  readonly type: T;
  /** Names, and positions from 0. */
  readonly path: readonly (string | number)[];
}

/** A part of the answer to the step's own call. */
export function answer<T extends Type>(type: T, ...path: readonly (string | number)[]): Expression<T> {
  return Object.freeze({ kind: 'answer', type, path: Object.freeze(path) }) as AnswerNode as Expression<T>;
}
