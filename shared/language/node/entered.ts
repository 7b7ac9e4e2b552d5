import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Condition, Expression } from './node.ts';

/** The record is in one of the chosen states and was outside them before. */
export interface EnteredNode {
  readonly kind: 'entered';
  readonly type: 'boolean';
  /** The field that holds the state. */
  readonly path: readonly string[];
  readonly states: Expression<'list'>;
  /** The child relationship whose rows hold the state after each change; without one a record enters once. */
  readonly history: string | undefined;
  /** The field that dates the last change of the state; empty when the object has none. */
  readonly changedAt: readonly string[];
}

/** The record entered one of the states. */
export function entered(
  value: Expression<'text'>,
  states: Expression<'list'>,
  history?: string,
  changedAt?: Expression<'instant'>,
): Condition {
  if (value.kind !== 'field')
    throw new InvalidTreeError('entered', value.kind, 'only a field of the record can hold a state');
  if (changedAt !== undefined && changedAt.kind !== 'field')
    throw new InvalidTreeError('entered', changedAt.kind, 'the date of the last change must be a field');
  return Object.freeze({
    kind: 'entered',
    type: 'boolean',
    path: value.path,
    states,
    history,
    changedAt: changedAt?.path ?? [],
  });
}
