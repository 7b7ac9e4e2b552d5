import { InvalidTreeError } from '../invalid-tree-error.ts';
import type { Condition, Expression } from './node.ts';

/**
 * The record is in one of the chosen states and came there from outside them, within the window.
 *
 * With a change at hand: the change touched the field (see `changed`) and the state is one of the chosen. The window
 * is half open, `since` included and `until` not, and holds `changedAt`, or `CreatedDate` where that is missing; a bound
 * that is absent or missing does not bind. A state is compared as in `in`. A move between two chosen states passes here
 * and is told apart by the entry stamp, which such a move leaves as it was.
 */
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
  readonly since: Expression<'instant'> | undefined;
  readonly until: Expression<'instant'> | undefined;
}

/** How entries are dated and told apart, as far as the object can say it. */
export interface EnteredOptions {
  /** The child relationship whose rows hold the state after each change. */
  readonly history?: string;
  readonly changedAt?: Expression<'instant'>;
  readonly since?: Expression<'instant'>;
  readonly until?: Expression<'instant'>;
}

/** The record entered one of the states. */
export function entered(
  value: Expression<'text'>,
  states: Expression<'list'>,
  { history, changedAt, since, until }: EnteredOptions = {},
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
    since,
    until,
  });
}
